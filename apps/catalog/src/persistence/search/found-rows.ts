import type { SearchCriteria } from '../../domain/search-criteria';
import type { Conditions } from './conditions';
import { type Ordering, UNRANKED, comesAfter, keyColumns, orderingOf, walkOf } from './ordering';

/** Which page: so many items, after the item with this key. */
export interface PageWish {
  readonly limit: number;
  readonly after?: readonly (string | number)[];
}

/** So many rows are looked at in their order before it is decided how to go on. */
const LOOKED_AHEAD = 500;

/** More rows than a table has. */
const ALL = Number.MAX_SAFE_INTEGER;

/** What fits fewer of those is too rare to be come across, and is looked up. */
const COMMON = 3;

/** What fits so many of them is too common to be ranked: that would mean reading it all. */
const TOO_COMMON_TO_RANK = 6;

/** What more fit is too common to be ranked either: each would have to be read. */
const RANKED_AT_MOST = 2_000;

const COLUMNS = 'e.listing_id, e.unit, e.owner_id, e.rating_average, e.rating_count, e.station_id, e.station_metres, e.place';

export interface Rows {
  readonly sql: string;
  readonly ordering: Ordering;
}

const found = '(SELECT count(*) FROM ahead)';

/** Rows in the order of relevance, from what the statement has worked out before. */
interface Ranked {
  readonly parts: readonly string[];
  readonly isTooMuch: string;
  readonly sql: string;
}

/** A part of the statement: rows of the scope in the order of an index, as many as are asked for. */
class RowQueries {
  constructor(
    private readonly where: Conditions,
    private readonly size: string,
    private readonly rest: string,
  ) {}

  /**
   * Rows one by one, until there are enough. Behind a limit nothing but scope and order decide which index is read, and
   * because nobody knows the limit beforehand, a tenth of the rows is planned for, which no sorting of them all can beat.
   */
  walk(ordering: Ordering, gate = 'true', most: number = ALL): string {
    const { columns, names, order, indexOrder } = keyColumns(ordering);
    const { scope, withinScope } = this.where;
    return `SELECT ${COLUMNS}, ${names} FROM (
      SELECT e.*, ${columns} FROM search_entry AS e WHERE ${gate} AND ${scope} AND ${this.rest} ORDER BY ${indexOrder}
      FETCH FIRST (SELECT ${this.where.bind(most)}::bigint) ROWS WITH TIES
    ) AS e WHERE ${withinScope} ORDER BY ${order} LIMIT ${this.size}::int + 1`;
  }

  /** All rows that fit, found by what is rare about them, and ordered afterwards. */
  lookUp(ordering: Ordering, gate = 'true'): string {
    const { columns, order } = keyColumns(ordering);
    return `SELECT * FROM (
      SELECT ${COLUMNS}, ${columns} FROM search_entry AS e WHERE ${gate} AND ${this.where.lookedUp} AND ${this.rest} OFFSET 0
    ) AS e ORDER BY ${order} LIMIT ${this.size}::int + 1`;
  }

  /**
   * What is ranked by relevance: where those with all words in the title fill the page, no others are read, because none
   * comes before them. Of too many of either, none is ranked.
   */
  ranked(ordering: Ordering, gate: string): Ranked {
    const { columns, order } = keyColumns(ordering);
    const some = (lookedUp: string, when: string) => `SELECT ${COLUMNS}, ${columns} FROM search_entry AS e WHERE ${when} AND ${lookedUp} AND ${this.rest} LIMIT ${RANKED_AT_MOST + 1}`;
    const isFilled = `(SELECT count(*) > ${this.size} FROM titled)`;
    const isTooMuch = `((SELECT count(*) > ${RANKED_AT_MOST} FROM titled) OR (SELECT count(*) > ${RANKED_AT_MOST} FROM fitting))`;
    const first = (rows: string, when: string) => `(SELECT * FROM ${rows} WHERE ${when} AND NOT ${isTooMuch} ORDER BY ${order} LIMIT ${this.size}::int + 1)`;
    return {
      parts: [`titled AS MATERIALIZED (${some(this.where.lookedUpFirst, gate)})`, `fitting AS MATERIALIZED (${some(this.where.lookedUp, `${gate} AND NOT ${isFilled}`)})`],
      isTooMuch,
      sql: `${first('titled', isFilled)} UNION ALL ${first('fitting', 'true')}`,
    };
  }

  /** Whether there is more to rank than is looked at ahead. */
  get isLarge(): string {
    return `EXISTS (SELECT FROM search_entry AS e WHERE ${this.where.scope} OFFSET ${LOOKED_AHEAD} LIMIT 1)`;
  }
}

/**
 * The rows of a page and one more. What is common is soon come across in the order asked for, what is rare is soon looked
 * up, and which of both a search is shows in the first rows: a few are looked at, and how many of them fit decides. So no
 * estimate does, and one plan serves whatever is asked for.
 */
export function rowsOfPage(criteria: SearchCriteria, where: Conditions, { after }: PageWish, size: string): Rows {
  const isByRelevance = criteria.sort === 'relevance';
  const isUnranked = isByRelevance && after?.[0] === UNRANKED;
  const ordering = orderingOf(criteria, where);
  const walked = walkOf(criteria, ordering);
  const rows = new RowQueries(where, size, after ? comesAfter(isUnranked ? walked : ordering, after, where) : 'true');
  if (isUnranked) return { sql: rows.walk(walked), ordering: walked };
  if (where.holdOfFew) return { sql: rows.lookUp(ordering), ordering };
  if (isByRelevance && after) return { sql: rows.lookUp(ordering), ordering };
  if (!where.canBeLookedUp) return { sql: rows.walk(ordering), ordering };
  const isCommon = isByRelevance ? `${found} >= ${TOO_COMMON_TO_RANK} AND ${rows.isLarge}` : `${found} >= ${COMMON}`;
  const isRare = '(SELECT NOT it_is FROM is_common)';
  const ranked = isByRelevance ? rows.ranked(ordering, isRare) : { parts: [], isTooMuch: 'false', sql: `(${rows.lookUp(ordering, isRare)})` };
  const ahead = `ahead AS MATERIALIZED (${rows.walk(walked, 'true', LOOKED_AHEAD)})`;
  const decision = `is_common AS MATERIALIZED (SELECT ${isCommon} AS it_is, ${found} > ${size} AS is_enough)`;
  const sql = `
    WITH ${[ahead, decision, ...ranked.parts].join(', ')}
    SELECT * FROM ahead WHERE (SELECT it_is AND is_enough FROM is_common)
    UNION ALL (${rows.walk(walked, `((SELECT it_is AND NOT is_enough FROM is_common) OR ${ranked.isTooMuch})`)})
    UNION ALL ${ranked.sql}`;
  return { sql, ordering };
}
