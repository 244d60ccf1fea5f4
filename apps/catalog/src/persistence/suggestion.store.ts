import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';

const TAKE_TURN = `SELECT pg_try_advisory_xact_lock(hashtext('suggestions of ' || current_schema())) AS "isOurs"`;

/** Notes are looked through this far ahead for those that speak of the same. */
const NOTES_AHEAD = 5_000;

/** However often something was written, it is counted once: all notes of it are taken with the first. */
const TAKE_DUE = `
  WITH noted AS MATERIALIZED (SELECT id, coalesce(listing_id, host_id) AS subject FROM suggestion_due ORDER BY id LIMIT ${NOTES_AHEAD}),
  first AS (SELECT subject FROM noted GROUP BY subject ORDER BY min(id) LIMIT $1),
  taken AS (DELETE FROM suggestion_due WHERE id IN (SELECT id FROM noted JOIN first USING (subject)) RETURNING listing_id, host_id)
  SELECT DISTINCT listing_id AS "listingId", host_id AS "hostId" FROM taken`;

const OVER = `SELECT listing_id AS "listingId" FROM suggested_listing WHERE ends_at <= $1 ORDER BY ends_at LIMIT $2`;

const COUNT = 'SELECT catalog.count_suggestions($1, $2)';
const COUNT_HOSTS = 'SELECT catalog.count_suggested_hosts($1)';

/** What is to be counted anew: a listing, or the name of a host. */
export interface SuggestionDue {
  readonly listingId: string | null;
  readonly hostId: string | null;
}

/** Keeps the counts of suggestions. */
@Injectable()
export class SuggestionStore {
  /** Counting is done by one replica at a time, because it adds differences up; false where another one is at it. */
  async takeTurn(tx: Transaction): Promise<boolean> {
    const [turn] = await tx.query<{ isOurs: boolean }>(TAKE_TURN);
    return turn?.isOurs ?? false;
  }

  /** Takes so many listings and hosts that were written since they were last counted. */
  takeDue(tx: Transaction, limit: number): Promise<SuggestionDue[]> {
    return tx.query<SuggestionDue>(TAKE_DUE, [limit], { name: 'take-due-suggestions' });
  }

  /** Events that are counted though they are over. */
  async over(on: Queryable, now: Date, limit: number): Promise<string[]> {
    return (await on.query<{ listingId: string }>(OVER, [now, limit], { name: 'find-suggested-past' })).map(({ listingId }) => listingId);
  }

  /** Makes the counts right for these listings as they are now. */
  async count(tx: Transaction, listingIds: readonly string[], now: Date): Promise<void> {
    await tx.query(COUNT, [listingIds, now], { name: 'count-suggestions' });
  }

  /** Makes the counts right for these hosts as they are called now. */
  async countHosts(tx: Transaction, hostIds: readonly string[]): Promise<void> {
    await tx.query(COUNT_HOSTS, [hostIds], { name: 'count-suggested-hosts' });
  }
}
