import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** What others think of a user, as review last told. */
export interface UserRating {
  readonly userId: string;
  readonly average: number | null;
  readonly count: number;
  readonly version: number;
}

/** Copies of ratings. They may arrive late or in another order, so only a newer version is written. */
@Injectable()
export class UserRatingStore {
  async copy(tx: Queryable, { userId, average, count, version }: UserRating): Promise<void> {
    await tx.query(
      `INSERT INTO user_rating (user_id, average, count, version)
       SELECT $1, $2, $3, $4 WHERE EXISTS (SELECT FROM user_account WHERE id = $1)
       ON CONFLICT (user_id) DO UPDATE SET average = excluded.average, count = excluded.count, version = excluded.version
       WHERE user_rating.version < excluded.version`,
      [userId, average, count, version],
    );
  }
}
