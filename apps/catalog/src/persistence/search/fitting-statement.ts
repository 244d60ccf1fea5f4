import type { SearchCriteria } from '../../domain/search-criteria';
import { requireWhatIsAsked } from './all-filters';
import { Conditions } from './conditions';
import type { SearchStatement } from './search-statement';

/** A kept search, by whom it is asked. */
export interface KeptCriteria {
  readonly id: string;
  readonly userId: string;
  readonly criteria: SearchCriteria;
  /** Notes up to this one are older than the search. */
  readonly afterNote: string;
}

/** A note that a listing has changed, with what it held before this change and all later ones: null where it was not there. */
export interface NotedChange {
  readonly note: string;
  readonly listingId: string;
  readonly before: string | null;
}

/** Whatever was noted counts for this search. */
export const ANY_NOTE = '-1';

/**
 * Which of these listings newly fit which of these searches, in one statement: they fit as they are, and did not as they
 * were before the first change that is younger than the search. Both are asked in the very words of the search itself;
 * what a row held before is laid over what it holds now.
 */
export function newlyFittingStatement(searches: readonly KeptCriteria[], changes: readonly NotedChange[], now: Date): SearchStatement {
  const where = new Conditions();
  const column = (name: keyof NotedChange, type: string) => `${where.bind(changes.map((change) => change[name]))}::${type}[]`;
  const due = `unnest(${column('note', 'bigint')}, ${column('listingId', 'uuid')}, ${column('before', 'jsonb')}) AS due (note, listing_id, before)`;
  const branches = searches.map(({ id, userId, criteria, afterNote }) => {
    const asked = where.apart();
    asked.require(`e.owner_id <> ${asked.bind(userId)}`);
    requireWhatIsAsked(criteria, asked, { viewerId: userId, now });
    return `
      SELECT ${where.bind(id)}::uuid AS "searchId", e.listing_id AS "listingId"
      FROM (SELECT listing_id, min(note) AS note FROM due WHERE note > ${where.bind(afterNote)} GROUP BY listing_id) AS news JOIN search_entry AS e USING (listing_id)
      WHERE ${asked.sql} AND NOT EXISTS (SELECT FROM was AS e WHERE e.note = news.note AND ${asked.sql})`;
  });
  const sql = `
    WITH ${[...where.workedOut, ''].join(', ')}due AS MATERIALIZED (SELECT * FROM ${due}), was AS MATERIALIZED (
      SELECT due.note, former.* FROM due JOIN search_entry AS present USING (listing_id), LATERAL jsonb_populate_record(present, due.before) AS former
      WHERE due.before IS NOT NULL
    ) ${branches.join(' UNION ALL ')}`;
  return { sql, values: where.values };
}
