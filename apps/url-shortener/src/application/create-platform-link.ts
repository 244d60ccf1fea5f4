import type { CreatePlatformLinkRequest, LinkView } from '@bookable/contracts-url-shortener';
import { DomainError, Forbidden } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { LinkStore } from '../persistence/link.store';
import { LinkDraft } from './link-draft';
import { withFreshCode } from './with-fresh-code';

/** Another service makes a link for what it writes to people; the same address and purpose get the same link. */
@Injectable()
export class CreatePlatformLink {
  constructor(
    private readonly links: LinkStore,
    private readonly draft: LinkDraft,
  ) {}

  async execute(request: CreatePlatformLinkRequest, context: MessageContext): Promise<LinkView> {
    if (context.actor) throw new DomainError(Forbidden, 'Only the platform itself makes such links.');
    const target = this.draft.read(request);
    const { purpose } = request;
    return this.draft.show(await withFreshCode((code) => this.links.addForPlatform({ ...target, code, purpose })));
  }
}
