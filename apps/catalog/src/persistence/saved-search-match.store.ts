import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bookable/platform-database';
import type { KeptSearch } from '../domain/saved-search';
import { ANY_NOTE, type KeptCriteria, type NotedChange, newlyFittingStatement } from './search/fitting-statement';

/** A saved search that may have something to tell. */
export interface WaitingSearch {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly search: KeptSearch;
  readonly messages: number;
  readonly afterNote: string;
}

/** That a listing fits a search. */
export interface Match {
  readonly searchId: string;
  readonly listingId: string;
}

/** A listing in the words of a message. */
export interface MatchedListing {
  readonly id: string;
  readonly kind: 'apartment' | 'item' | 'workspace' | 'event' | 'room';
  readonly title: string;
  readonly city: string;
}

// What a listing held before a change is what this change found, and for all else what the later ones found.
const TAKE_CHANGES = `
  WITH taken AS (
    DELETE FROM match_due WHERE id IN (SELECT id FROM match_due ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING id, listing_id, before
  )
  SELECT id AS note, listing_id AS "listingId", CASE WHEN before IS NOT NULL THEN (
    SELECT jsonb_object_agg(key, value) FROM (
      SELECT DISTINCT ON (key) key, value FROM taken AS later, jsonb_each(later.before)
      WHERE later.listing_id = taken.listing_id AND later.id >= taken.id ORDER BY key, later.id) AS found)::text END AS before
  FROM taken`;

const MAY_FIT = `
  SELECT DISTINCT ON (s.id) s.id, s.user_id AS "userId", s.name, s.search, s.messages, s.after_note AS "afterNote"
  FROM search_entry AS e JOIN saved_search AS s ON s.notify AND s.city_key = ANY(ARRAY['', e.city_key]) AND s.kind = ANY(ARRAY['', e.kind])
  WHERE e.listing_id = ANY($1::uuid[]) AND e.status = 'active' AND s.id > $2 AND s.user_id <> e.owner_id AND coalesce(s.lapses_at > $3, true)
    AND coalesce(e.price_amount >= s.price_min, true) AND coalesce(e.price_amount <= s.price_max, true)
  ORDER BY s.id LIMIT $4`;

const KEEP = (fitting: string) => `
  INSERT INTO saved_search_match (search_id, listing_id) SELECT "searchId", "listingId" FROM (${fitting}) AS fitting ORDER BY 1, 2 ON CONFLICT DO NOTHING`;

const LOCK_UNTOLD = `
  SELECT id, user_id AS "userId", name, search, messages, after_note AS "afterNote" FROM saved_search
  WHERE id IN (SELECT search_id FROM saved_search_match WHERE told_in IS NULL) AND notify
    AND coalesce(told_at <= $1, true) AND coalesce(lapses_at > $2, true)
  ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED`;

const UNTOLD = 'SELECT search_id AS "searchId", listing_id AS "listingId" FROM saved_search_match WHERE search_id = ANY($1::uuid[]) AND told_in IS NULL';

const LET_GO = `
  DELETE FROM saved_search_match AS m USING unnest($1::uuid[], $2::uuid[]) AS gone (search_id, listing_id)
  WHERE (m.search_id, m.listing_id) = (gone.search_id, gone.listing_id) AND m.told_in IS NULL`;

const MARK_TOLD = `
  WITH told AS (UPDATE saved_search SET messages = messages + 1, told_at = $2 WHERE id = $1 RETURNING id, messages)
  UPDATE saved_search_match AS m SET told_in = told.messages FROM told WHERE m.search_id = told.id AND m.told_in IS NULL AND m.listing_id = ANY($3::uuid[])`;

const DESCRIBE = 'SELECT id, kind, title, city FROM listing WHERE id = ANY($1::uuid[]) ORDER BY id DESC';

/** What newly fits the searches people keep, from the note of a change until it is told. */
@Injectable()
export class SavedSearchMatchStore {
  /** Takes notes of changes that were not yet held against searches. */
  takeChanges(tx: Transaction, limit: number): Promise<NotedChange[]> {
    return tx.query(TAKE_CHANGES, [limit], { name: 'take-noted-changes' });
  }

  /** Searches that one of these listings may fit, by what an index can say; in the order of their ids. */
  mayFit(tx: Transaction, listingIds: readonly string[], after: string, now: Date, limit: number): Promise<WaitingSearch[]> {
    return tx.query(MAY_FIT, [listingIds, after, now, limit], { name: 'find-searches-that-may-fit' });
  }

  /** Keeps what newly fits, each listing once for each search. */
  async keepNewlyFitting(tx: Transaction, searches: readonly KeptCriteria[], changes: readonly NotedChange[], now: Date): Promise<void> {
    const { sql, values } = newlyFittingStatement(searches, changes, now);
    await tx.query(KEEP(sql), values);
  }

  /** Searches that have something to tell and have been quiet since the given moment, held against other replicas. */
  lockUntold(tx: Transaction, quietSince: Date, now: Date, limit: number): Promise<WaitingSearch[]> {
    return tx.query(LOCK_UNTOLD, [quietSince, now, limit]);
  }

  untold(tx: Transaction, searchIds: readonly string[]): Promise<Match[]> {
    return tx.query(UNTOLD, [searchIds]);
  }

  /** Those of the matches that still hold; the others are forgotten, and are news when they fit again. */
  async thoseThatHold(tx: Transaction, searches: readonly Omit<KeptCriteria, 'afterNote'>[], matches: readonly Match[], now: Date): Promise<Match[]> {
    const listings = [...new Set(matches.map(({ listingId }) => listingId))].map((listingId) => ({ note: '0', listingId, before: null }));
    const { sql, values } = newlyFittingStatement(searches.map((search) => ({ ...search, afterNote: ANY_NOTE })), listings, now);
    const fitting = new Set((await tx.query<Match>(sql, values)).map(keyOf));
    const gone = matches.filter((match) => !fitting.has(keyOf(match)));
    if (gone.length > 0) await tx.query(LET_GO, [gone.map(({ searchId }) => searchId), gone.map(({ listingId }) => listingId)]);
    return matches.filter((match) => fitting.has(keyOf(match)));
  }

  async markTold(tx: Transaction, searchId: string, listingIds: readonly string[], now: Date): Promise<void> {
    await tx.query(MARK_TOLD, [searchId, now, listingIds]);
  }

  /** The newest first. */
  describe(tx: Transaction, listingIds: readonly string[]): Promise<MatchedListing[]> {
    return tx.query(DESCRIBE, [listingIds]);
  }
}

const keyOf = ({ searchId, listingId }: Match) => `${searchId} ${listingId}`;
