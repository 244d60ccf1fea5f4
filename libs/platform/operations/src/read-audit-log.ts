import type { AffectedUserView, AuditEntryView, FindAuditEntriesRequest } from '@bookable/contracts-operations';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { type AffectedPerson, type AuditFilter, AuditLog } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { onlyAdministrators } from './only-administrators';
import { OperatedService } from './operated-service';
import { presentAuditEntry } from './present-audit-entry';

/** Shows administrators what was done that is privileged or suspicious, and whom it touched. */
@Injectable()
export class ReadAuditLog {
  constructor(
    private readonly service: OperatedService,
    private readonly log: AuditLog,
  ) {}

  async entries(request: FindAuditEntriesRequest, context: MessageContext): Promise<Page<AuditEntryView>> {
    onlyAdministrators(context);
    const { limit = 20 } = request;
    const entries = await this.log.page(filterOf(request), limit + 1, idIn(request));
    return pageOf(entries, limit, (entry) => presentAuditEntry(this.service.name, entry), ({ id }) => [id]);
  }

  async affected(request: FindAuditEntriesRequest, context: MessageContext): Promise<Page<AffectedUserView>> {
    onlyAdministrators(context);
    const { limit = 20 } = request;
    const people = await this.log.affected(filterOf(request), limit + 1, idIn(request));
    return pageOf(people, limit, presentPerson, ({ userId }) => [userId]);
  }
}

function filterOf({ actor: actorId, action, subject, from, to }: FindAuditEntriesRequest): AuditFilter {
  return { actorId, action, subject, from: from === undefined ? undefined : new Date(from), to: to === undefined ? undefined : new Date(to) };
}

function idIn({ cursor }: FindAuditEntriesRequest): string | undefined {
  return cursor === undefined ? undefined : cursorKey(cursor, isIdKey)[0];
}

function isIdKey(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}

function presentPerson({ userId, actions, firstAt, lastAt, times }: AffectedPerson): AffectedUserView {
  return { userId, actions: [...actions], firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString(), times };
}
