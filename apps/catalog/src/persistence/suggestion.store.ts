import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';

const TAKE_TURN = `SELECT pg_try_advisory_xact_lock(hashtext('suggestions of ' || current_schema())) AS "isOurs"`;

const TAKE_DUE = `
  WITH taken AS (DELETE FROM suggestion_due WHERE id IN (SELECT id FROM suggestion_due ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING listing_id)
  SELECT DISTINCT listing_id AS id FROM taken`;

const OVER = `SELECT listing_id AS id FROM suggested_listing WHERE ends_at <= $1 ORDER BY ends_at LIMIT $2`;

const COUNT = 'SELECT catalog.count_suggestions($1, $2)';

interface IdRow {
  readonly id: string;
}

/** Keeps the counts of suggestions. */
@Injectable()
export class SuggestionStore {
  /** Counting is done by one replica at a time, because it adds differences up; false where another one is at it. */
  async takeTurn(tx: Transaction): Promise<boolean> {
    const [turn] = await tx.query<{ isOurs: boolean }>(TAKE_TURN);
    return turn?.isOurs ?? false;
  }

  /** Takes listings that were written since they were last counted. */
  async takeDue(tx: Transaction, limit: number): Promise<string[]> {
    return (await tx.query<IdRow>(TAKE_DUE, [limit], { name: 'take-due-suggestions' })).map(({ id }) => id);
  }

  /** Events that are counted though they are over. */
  async over(on: Queryable, now: Date, limit: number): Promise<string[]> {
    return (await on.query<IdRow>(OVER, [now, limit], { name: 'find-suggested-past' })).map(({ id }) => id);
  }

  /** Makes the counts right for these listings as they are now. */
  async count(tx: Transaction, listingIds: readonly string[], now: Date): Promise<void> {
    await tx.query(COUNT, [listingIds, now], { name: 'count-suggestions' });
  }
}
