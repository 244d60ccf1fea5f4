import type { FindFollowsRequest, FollowStateView, FollowView, GetFollowRequest } from '@bookable/contracts-review';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type FollowEnd, type FollowRow, FollowStore } from '../persistence/follow.store';

/** Reads who follows a person, or whom they follow, newest first; and whether one follows another. */
@Injectable()
export class FindFollows {
  constructor(
    private readonly database: Database,
    private readonly follows: FollowStore,
  ) {}

  async execute(end: FollowEnd, request: FindFollowsRequest): Promise<Page<FollowView>> {
    const limit = request.limit ?? 20;
    const [since, id] = request.cursor ? cursorKey(request.cursor, isFollowKey) : [null, null];
    const rows = await this.follows.findPage(this.database, end, request.userId, { since, id }, limit + 1);
    return pageOf(rows, limit, present, (row) => [row.since.toISOString(), row.id]);
  }

  async state({ followerId, followedId }: GetFollowRequest): Promise<FollowStateView> {
    return { isFollowing: await this.follows.isFollowing(this.database, followerId, followedId) };
  }
}

function present(row: FollowRow): FollowView {
  return { ...row, since: row.since.toISOString() };
}

function isFollowKey(key: CursorKey): key is readonly [string, string] {
  const [since, id] = key;
  return key.length === 2 && typeof since === 'string' && !Number.isNaN(Date.parse(since)) && isId(id);
}
