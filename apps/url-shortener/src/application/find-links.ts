import type { FindLinksRequest, LinkView } from '@bookable/contracts-url-shortener';
import { type CursorKey, DomainError, type Page, Unauthenticated, cursorKey, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { LinkStore } from '../persistence/link.store';
import { LinkDraft } from './link-draft';

/** Lists the caller's own links, newest first. */
@Injectable()
export class FindLinks {
  constructor(
    private readonly links: LinkStore,
    private readonly draft: LinkDraft,
  ) {}

  async execute({ cursor, limit = 20 }: FindLinksRequest, { actor }: MessageContext): Promise<Page<LinkView>> {
    if (!actor) throw new DomainError(Unauthenticated);
    const [createdAt, code] = cursor === undefined ? [null, null] : cursorKey(cursor, isKeyOfLinks);
    const rows = await this.links.pageOf(actor.userId, { createdAt, code }, limit + 1);
    return pageOf(rows, limit, (link) => this.draft.show(link), (link) => [link.createdAt, link.code]);
  }
}

function isKeyOfLinks(key: CursorKey): key is readonly [string, string] {
  const [createdAt, code] = key;
  return key.length === 2 && typeof createdAt === 'string' && !Number.isNaN(Date.parse(createdAt)) && typeof code === 'string';
}
