import type { FindBlockedRequest, FindFollowsRequest, FollowStateView, FollowView, GetFollowRequest } from '@bookable/contracts-review';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import type { PageRequest } from '@bookable/wire';
import { Injectable } from '@nestjs/common';
import { BlockedPersonStore } from '../persistence/blocked-person.store';
import { type FollowEnd, type FollowRow, FollowStore } from '../persistence/follow.store';
import { callerOf } from './caller';

/** Where a page of people begins: after who came at this moment, or with the newest. */
interface After {
  readonly since: string | null;
  readonly id: string | null;
}

/** Reads who follows a person, or whom they follow, or have blocked, newest first; and whether one follows another. */
@Injectable()
export class FindFollows {
  constructor(
    private readonly database: Database,
    private readonly follows: FollowStore,
    private readonly blocked: BlockedPersonStore,
  ) {}

  execute(end: FollowEnd, { userId, ...page }: FindFollowsRequest): Promise<Page<FollowView>> {
    return this.page(page, (after, limit) => this.follows.findPage(this.database, end, userId, after, limit));
  }

  ofBlocked(page: FindBlockedRequest, context: MessageContext): Promise<Page<FollowView>> {
    const blockerId = callerOf(context);
    return this.page(page, (after, limit) => this.blocked.page(this.database, blockerId, after, limit));
  }

  async state({ followerId, followedId }: GetFollowRequest): Promise<FollowStateView> {
    return { isFollowing: await this.follows.isFollowing(this.database, followerId, followedId) };
  }

  private async page({ limit = 20, cursor }: PageRequest, read: (after: After, limit: number) => Promise<FollowRow[]>): Promise<Page<FollowView>> {
    const [since, id] = cursor ? cursorKey(cursor, isFollowKey) : [null, null];
    return pageOf(await read({ since, id }, limit + 1), limit, present, (row) => [row.since.toISOString(), row.id]);
  }
}

function present(row: FollowRow): FollowView {
  return { ...row, since: row.since.toISOString() };
}

function isFollowKey(key: CursorKey): key is readonly [string, string] {
  const [since, id] = key;
  return key.length === 2 && typeof since === 'string' && !Number.isNaN(Date.parse(since)) && isId(id);
}
