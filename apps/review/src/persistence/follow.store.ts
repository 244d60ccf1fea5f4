import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';

/** The person at the other end of a follow. */
export interface FollowRow {
  readonly id: string;
  readonly name: string | null;
  readonly since: Date;
}

/** Which end of a follow is listed. */
export type FollowEnd = 'followers' | 'following';

const PAGE_SQL: Readonly<Record<FollowEnd, string>> = {
  followers: pageSql('follower_id', 'followed_id'),
  following: pageSql('followed_id', 'follower_id'),
};

function pageSql(listed: string, fixed: string): string {
  return `
    SELECT ${listed} AS id, person.name, since
    FROM follow LEFT JOIN person ON person.id = ${listed}
    WHERE ${fixed} = $1 AND following AND ($2::timestamptz IS NULL OR (since, ${listed}) < ($2, $3::uuid))
    ORDER BY since DESC, ${listed} DESC LIMIT $4`;
}

@Injectable()
export class FollowStore {
  /** Answers the new version, or undefined where nothing changed. */
  async set(queryable: Queryable, followerId: string, followedId: string, following: boolean, now: Date): Promise<number | undefined> {
    const [row] = await queryable.query<{ version: number }>(
      `INSERT INTO follow (follower_id, followed_id, following, since) SELECT $1, $2, $3, $4 WHERE $3 OR EXISTS (SELECT FROM follow WHERE follower_id = $1 AND followed_id = $2)
       ON CONFLICT (follower_id, followed_id) DO UPDATE SET following = $3, since = $4, version = follow.version + 1
       WHERE follow.following <> $3
       RETURNING version`,
      [followerId, followedId, following, now],
    );
    return row?.version;
  }

  /** Whether one person follows another. */
  async isFollowing(queryable: Queryable, followerId: string, followedId: string): Promise<boolean> {
    const rows = await queryable.query('SELECT FROM follow WHERE follower_id = $1 AND followed_id = $2 AND following', [followerId, followedId]);
    return rows.length > 0;
  }

  async findPage(queryable: Queryable, end: FollowEnd, userId: string, after: { since: string | null; id: string | null }, limit: number): Promise<FollowRow[]> {
    return queryable.query<FollowRow>(PAGE_SQL[end], [userId, after.since, after.id, limit]);
  }

  /** Ends every follow of a person who is gone. */
  async forget(queryable: Queryable, userId: string): Promise<void> {
    await queryable.query('UPDATE follow SET following = false, version = version + 1 WHERE (follower_id = $1 OR followed_id = $1) AND following', [userId]);
  }
}
