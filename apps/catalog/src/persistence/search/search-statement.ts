import type { SearchCriteria } from '../../domain/search-criteria';
import { requireWhatIsAsked } from './all-filters';
import { Conditions } from './conditions';
import { type CountWish, facetsOf, totalOf } from './counted-rows';
import type { SearchMoment } from './filter';
import { type PageWish, rowsOfPage } from './found-rows';
import { keyColumns } from './ordering';

export type { PageWish } from './found-rows';

/** JSON text never holds this character unescaped, so it parts items without a doubt. */
export const ITEM_SEPARATOR = '\u001e';

/** Ways on foot through a city are longer than the crow's by about three tenths. */
const DETOUR = 1.3;
/** What Japan's rules for property advertisements reckon a walk by. */
const METRES_A_MINUTE = 80;

export interface SearchStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Asked for the rows of a page alone: subqueries rather than joins, because a join may choose to read a whole table for twenty rows. */
function itemOf({ point }: SearchCriteria, where: Conditions): string {
  const distance = point
    ? ` || ',"distance":' || round(catalog.distance(f.place, catalog.point(${where.bind(point.lat)}, ${where.bind(point.lng)}))::numeric, 1)`
    : '';
  const summary = `(SELECT summary FROM listing_summary AS j WHERE j.listing_id = f.listing_id)`;
  const host = `coalesce((SELECT view FROM host AS h WHERE h.id = f.owner_id), catalog.nameless_host(f.owner_id))`;
  const station = `coalesce((
      SELECT json_strip_nulls(json_build_object('name', json_build_object('en', s.name_en, 'ru', s.name_ru), 'distance', round(f.station_metres::numeric),
        'walkMinutes', ceil(f.station_metres * ${DETOUR} / ${METRES_A_MINUTE})::int, 'line', s.line))::text
      FROM station AS s WHERE s.id = f.station_id), 'null')`;
  return `${summary} || ',"host":' || ${host} || ',"rating":' || catalog.rating_view(f.rating_average, f.rating_count) || ',"nearestStation":' || ${station}${distance}`;
}

/** One statement for the whole answer: finds the rows of a page and one more, and writes the JSON of each item but its closing brace. */
export function searchStatement(criteria: SearchCriteria, moment: SearchMoment, wish: PageWish, count: CountWish = {}): SearchStatement {
  const where = new Conditions();
  requireWhatIsAsked(criteria, where, moment);
  const size = where.bind(wish.limit);
  const rows = rowsOfPage(criteria, where, wish, size);
  const { order, json } = keyColumns(rows.ordering);
  const item = itemOf(criteria, where);
  const counted = `${count.total ? totalOf(where) : 'NULL'} AS total, ${count.facets ? facetsOf(criteria, where, moment) : 'NULL'} AS facets`;
  const sql = `
    WITH ${[...where.workedOut, `f AS (${rows.sql})`].join(', ')}
    SELECT count(*) > ${size} AS "hasMore", max(f.key) FILTER (WHERE f.n = ${size}) AS "lastKey",
      string_agg(${item}, '${ITEM_SEPARATOR}' ORDER BY f.n) FILTER (WHERE f.n <= ${size}) AS items,
      string_agg(f.listing_id || f.unit, ',' ORDER BY f.n) FILTER (WHERE f.n <= ${size}) AS "idsAndUnits", ${counted}
    FROM (
      SELECT f.*, row_number() OVER (ORDER BY ${order}) AS n, ${json} AS key FROM f
    ) AS f`;
  return { sql, values: where.values };
}
