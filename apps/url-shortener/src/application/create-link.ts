import { type CreateLinkRequest, type LinkView, SlugNotAllowed, SlugTaken } from '@bookable/contracts-url-shortener';
import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { slugIsAllowed } from '../domain/link-code';
import { LinkStore } from '../persistence/link.store';
import { LinkDraft } from './link-draft';
import { withFreshCode } from './with-fresh-code';

/** A person makes a short link, at a slug of their choice or at a code nobody can guess. */
@Injectable()
export class CreateLink {
  constructor(
    private readonly database: Database,
    private readonly links: LinkStore,
    private readonly draft: LinkDraft,
  ) {}

  execute(request: CreateLinkRequest, context: MessageContext): Promise<LinkView> {
    const ownerId = context.actor?.userId;
    if (ownerId === undefined) throw new DomainError(Unauthenticated);
    const { slug } = request;
    if (slug !== undefined && !slugIsAllowed(slug)) {
      throw new DomainError(SlugNotAllowed, 'A slug has 3 to 64 letters, digits, dashes or underscores, and begins and ends with a letter or digit.');
    }
    const target = this.draft.read(request);
    return this.database.command(context, request, async (tx) => {
      const take = (code: string) => this.links.add(tx, { ...target, code, ownerId });
      const link = slug === undefined ? await withFreshCode(take) : await take(slug);
      if (!link) throw new DomainError(SlugTaken);
      return this.draft.show(link);
    });
  }
}
