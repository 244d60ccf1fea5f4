import type { SearchCriteria } from '../../domain/search-criteria';
import { requireWhatIsAsked } from './all-filters';
import { type Conditions } from './conditions';
import type { SearchMoment } from './filter';
import { labelsFilter } from './labels.filter';
import { peopleFilter } from './people.filter';
import { priceFilter } from './price.filter';

/** What is to be counted beside finding a page. */
export interface CountWish {
  readonly total?: boolean;
  readonly facets?: boolean;
}

/** Counting ends here, so that it costs the same over a million listings as over some thousands. */
export const COUNTED_AT_MOST = 1_000;

const PRICE_STRETCHES = 10;
const MOST_AMENITIES = 50;

/** Any rows that fit and one more than are counted, in no order. */
function someRows(where: Conditions, columns: string): string {
  return `SELECT ${columns} FROM search_entry AS e WHERE ${where.canBeLookedUp ? where.lookedUp : where.sql} LIMIT ${COUNTED_AT_MOST + 1}`;
}

/** The JSON of the total, as an expression. */
export function totalOf(where: Conditions): string {
  return `(SELECT json_build_object('count', least(count(*), ${COUNTED_AT_MOST}), 'isExact', count(*) <= ${COUNTED_AT_MOST})::text FROM (${someRows(where, '')}) AS fitting)`;
}

/** What must hold of one facet alone. */
function conditionOf(where: Conditions, require: (asked: Conditions) => void): string {
  const asked = where.apart();
  require(asked);
  return `(${asked.sql})`;
}

/**
 * The JSON of all facets, as an expression: rows that fit all else are read once, each with which of the four it fits, and
 * every facet counts those of them that fit the other three.
 */
export function facetsOf(criteria: SearchCriteria, where: Conditions, moment: SearchMoment): string {
  const { category, amenities, priceMin, priceMax, ratingMin } = criteria;
  const apartFromFacets: SearchCriteria = { ...criteria, category: undefined, amenities: [], priceMin: undefined, priceMax: undefined, ratingMin: undefined };
  const others = where.apart();
  requireWhatIsAsked(apartFromFacets, others, moment);
  const nothing: SearchCriteria = { tags: [], amenities: [], sort: 'newest' };
  const fits = [
    `${conditionOf(where, (asked) => labelsFilter({ ...nothing, category }, asked, moment))} AS in_category`,
    `${conditionOf(where, (asked) => labelsFilter({ ...nothing, amenities }, asked, moment))} AS has_amenities`,
    `${conditionOf(where, (asked) => priceFilter({ ...nothing, priceMin, priceMax }, asked, moment))} AS in_price`,
    `${conditionOf(where, (asked) => peopleFilter({ ...nothing, ratingMin }, asked, moment))} AS is_rated`,
  ];
  return `(
    WITH looked_at AS MATERIALIZED (${someRows(others, `e.category_key, e.amenity_keys, e.price_amount, e.rating_average, ${fits.join(', ')}`)}),
    fitting AS MATERIALIZED (SELECT * FROM looked_at LIMIT ${COUNTED_AT_MOST}),
    priced AS MATERIALIZED (SELECT price_amount FROM fitting WHERE in_category AND has_amenities AND is_rated),
    bound AS MATERIALIZED (SELECT min(price_amount) AS low, ceil((max(price_amount) + 1 - min(price_amount)) / ${PRICE_STRETCHES}.0)::bigint AS width FROM priced)
    SELECT json_build_object(
      'counted', (SELECT count(*) FROM fitting), 'isExact', (SELECT count(*) <= ${COUNTED_AT_MOST} FROM looked_at),
      'categories', (${named('category', 'SELECT category_key AS code FROM fitting WHERE category_key IS NOT NULL AND has_amenities AND in_price AND is_rated', 'ALL')}),
      'amenities', (${named('amenity', 'SELECT unnest(amenity_keys) AS code FROM fitting WHERE in_category AND has_amenities AND in_price AND is_rated', `${MOST_AMENITIES}`)}),
      'prices', (
        SELECT coalesce(json_agg(json_build_object('from', low + step * width, 'to', low + (step + 1) * width, 'count', (
          SELECT count(*) FROM priced WHERE (price_amount - low) / width = step)) ORDER BY step), '[]')
        FROM bound, generate_series(0, ${PRICE_STRETCHES - 1}) AS step WHERE low IS NOT NULL),
      'ratings', (
        SELECT json_agg(json_build_object('atLeast', stars, 'count', (
          SELECT count(*) FROM fitting WHERE rating_average >= stars AND in_category AND has_amenities AND in_price)) ORDER BY stars DESC)
        FROM unnest(ARRAY[3, 3.5, 4, 4.5]) AS stars))::text)`;
}

/** Codes with their names and how often they occur, the most frequent first. */
function named(table: 'category' | 'amenity', codes: string, most: string): string {
  return `
    SELECT coalesce(json_agg(json_build_object('code', code, 'name', json_build_object('en', coalesce(k.name_en, code), 'ru', coalesce(k.name_ru, code)), 'count', count)
      ORDER BY count DESC, code), '[]')
    FROM (SELECT code, count(*) AS count FROM (${codes}) AS used GROUP BY code ORDER BY count DESC, code LIMIT ${most}) AS counted LEFT JOIN ${table} AS k USING (code)`;
}
