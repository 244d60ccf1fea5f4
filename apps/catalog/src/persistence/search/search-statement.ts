import type { SearchCriteria } from '../../domain/search-criteria';
import { Conditions } from './conditions';
import type { Filter, SearchMoment } from './filter';
import { labelsFilter } from './labels.filter';
import { mapFilter } from './map.filter';
import { comesAfter, orderingOf } from './ordering';
import { peopleFilter } from './people.filter';
import { placeFilter } from './place.filter';
import { priceFilter } from './price.filter';
import { timeFilter } from './time.filter';
import { visibilityFilter } from './visibility.filter';
import { wordsFilter } from './words.filter';

const FILTERS: readonly Filter[] = [visibilityFilter, labelsFilter, placeFilter, priceFilter, peopleFilter, wordsFilter, mapFilter, timeFilter];

/** JSON text never holds this character unescaped, so it parts items without a doubt. */
export const ITEM_SEPARATOR = '\u001e';

/** Which page: so many items, after the item with this key. */
export interface PageWish {
  readonly limit: number;
  readonly after?: readonly (string | number)[];
}

export interface SearchStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function itemOf({ point }: SearchCriteria, where: Conditions): string {
  const distance = point
    ? ` || ',"distance":' || round(catalog.distance(f.place, catalog.point(${where.bind(point.lat)}, ${where.bind(point.lng)}))::numeric, 1)`
    : '';
  const station = `CASE WHEN s.id IS NULL THEN 'null' ELSE
      json_build_object('name', json_build_object('en', s.name_en, 'ru', s.name_ru), 'distance', round(f.station_metres::numeric))::text END`;
  return `j.summary || ',"host":' || coalesce(h.view, catalog.nameless_host(f.owner_id)) || ',"rating":' || catalog.rating_view(f.rating_average, f.rating_count)
    || ',"nearestStation":' || ${station}${distance}`;
}

/** One statement for the whole answer: finds the rows of a page and one more, and writes the JSON of each item but its closing brace. */
export function searchStatement(criteria: SearchCriteria, moment: SearchMoment, { limit, after }: PageWish): SearchStatement {
  const where = new Conditions();
  for (const filter of FILTERS) filter(criteria, where, moment);
  const ordering = orderingOf(criteria, where);
  if (after) comesAfter(ordering, after, where);
  const { keys, direction } = ordering;
  const named = keys.map((key, index) => `${key} AS key${index}`).join(', ');
  const order = keys.map((_, index) => `key${index} ${direction}`).join(', ');
  const keyJson = `json_build_array(${keys.map((_, index) => `f.key${index}`).join(', ')})::text`;
  const size = where.bind(limit);
  const sql = `
    SELECT count(*) > ${size} AS "hasMore", max(f.key) FILTER (WHERE f.n = ${size}) AS "lastKey",
      string_agg(${itemOf(criteria, where)}, '${ITEM_SEPARATOR}' ORDER BY f.n) FILTER (WHERE f.n <= ${size}) AS items,
      string_agg(f.listing_id || f.unit, ',' ORDER BY f.n) FILTER (WHERE f.n <= ${size}) AS "idsAndUnits"
    FROM (
      SELECT f.*, row_number() OVER (ORDER BY ${order}) AS n, ${keyJson} AS key
      FROM (
        SELECT e.listing_id, e.unit, e.owner_id, e.rating_average, e.rating_count, e.station_id, e.station_metres, e.place, ${named}
        FROM search_entry AS e WHERE ${where.sql}
        ORDER BY ${order} LIMIT ${size}::int + 1
      ) AS f
    ) AS f JOIN listing_summary AS j USING (listing_id)
    LEFT JOIN host AS h ON h.id = f.owner_id LEFT JOIN station AS s ON s.id = f.station_id`;
  return { sql, values: where.values };
}
