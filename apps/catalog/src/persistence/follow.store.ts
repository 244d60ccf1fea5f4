import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';

export interface FollowState {
  readonly followerId: string;
  readonly followedId: string;
  readonly following: boolean;
  readonly version: number;
}

const KEEP = `
  INSERT INTO follow (follower_id, followed_id, is_following, version) VALUES ($1, $2, $3, $4)
  ON CONFLICT (follower_id, followed_id) DO UPDATE SET (is_following, version) = (excluded.is_following, excluded.version)
  WHERE follow.version < excluded.version`;

/** Who follows whom, for events that only followers may see. */
@Injectable()
export class FollowStore {
  async keep(tx: Queryable, { followerId, followedId, following, version }: FollowState): Promise<void> {
    await tx.query(KEEP, [followerId, followedId, following, version], { name: 'keep-follow' });
  }
}
