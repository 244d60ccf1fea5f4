import type { FindKeptMailsRequest, KeptMailView } from '@bookable/contracts-notification';
import { DomainError, NotFound, type Page, encodeCursor } from '@bookable/kernel';
import { Injectable } from '@nestjs/common';
import { NotificationConfig } from '../config';
import { KeptMailStore } from '../persistence/kept-mail.store';
import { readCursor } from './read-cursor';

/** Shows a developer the mails that were kept; where mail is really sent there is no such thing. */
@Injectable()
export class FindKeptMails {
  constructor(
    private readonly config: NotificationConfig,
    private readonly keptMails: KeptMailStore,
  ) {}

  async execute({ to, cursor, limit = 20 }: FindKeptMailsRequest): Promise<Page<KeptMailView>> {
    if (this.config.mailRoute.kind !== 'kept') throw new DomainError(NotFound);
    const after = readCursor(cursor);
    const found = await this.keptMails.page(to, after && { sentAt: after.at, id: after.id }, limit + 1);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? encodeCursor([last.sentAt, last.id]) : null };
  }
}
