import { LinkExpired, type LinkTargetView, type ResolveLinkRequest } from '@bookable/contracts-url-shortener';
import { DomainError, NotFound } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { linkHasExpired } from '../domain/link-expiry';
import { LinkStore } from '../persistence/link.store';

/** Says where a code leads. */
@Injectable()
export class ResolveLink {
  constructor(
    private readonly links: LinkStore,
    private readonly clock: Clock,
  ) {}

  async execute({ code }: ResolveLinkRequest): Promise<LinkTargetView> {
    const link = await this.links.find(code);
    if (!link) throw new DomainError(NotFound);
    if (link.isRemoved || linkHasExpired(link.expiresAt, this.clock.now())) throw new DomainError(LinkExpired);
    return { url: link.url, expiresAt: link.expiresAt?.toISOString() ?? null };
  }
}
