import type { FindFollowsRequest, FollowView } from '@bookable/contracts-review';
import { DomainError, Malformed, type Page, decodeCursor, encodeCursor, isId } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type FollowEnd, type FollowRow, FollowStore } from '../persistence/follow.store';

const START = { since: null, id: null };

/** Reads who follows a person, or whom they follow; newest first. */
@Injectable()
export class FindFollows {
  constructor(
    private readonly database: Database,
    private readonly follows: FollowStore,
  ) {}

  async execute(end: FollowEnd, request: FindFollowsRequest): Promise<Page<FollowView>> {
    const limit = request.limit ?? 20;
    const after = request.cursor ? positionIn(request.cursor) : START;
    const rows = await this.follows.findPage(this.database, end, request.userId, after, limit + 1);
    const items = rows.slice(0, limit);
    return { items: items.map(present), nextCursor: rows.length > limit ? cursorAfter(items.at(-1)!) : null };
  }
}

function present(row: FollowRow): FollowView {
  return { ...row, since: row.since.toISOString() };
}

function cursorAfter(row: FollowRow): string {
  return encodeCursor([row.since.toISOString(), row.id]);
}

function positionIn(cursor: string): { since: string; id: string } {
  const [since, id] = decodeCursor(cursor) ?? [];
  if (typeof since !== 'string' || Number.isNaN(Date.parse(since)) || !isId(id)) {
    throw new DomainError(Malformed, 'The cursor is not one of ours.', { errors: [{ path: 'cursor', message: 'is not a cursor of this list' }] });
  }
  return { since, id };
}
