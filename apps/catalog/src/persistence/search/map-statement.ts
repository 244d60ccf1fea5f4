import type { SearchCriteria } from '../../domain/search-criteria';
import { requireWhatIsAsked } from './all-filters';
import { Conditions } from './conditions';
import type { SearchMoment } from './filter';
import type { SearchStatement } from './search-statement';

/** How much of a map is looked at, and how many features it is to have at most. */
export interface MapWish {
  readonly zoom: number;
  readonly featuresAtMost: number;
}

/** Along each side of a tile of the web's maps there are so many cells: 64 pixels of 256. */
const CELLS_PER_TILE = 4;
/** Where Mercator's map of the web ends; beyond, everything lies in the last row of cells. */
const LAST_LATITUDE = 85.0511;

/**
 * One statement for a whole map. Listings are counted cell by cell of the grid at the zoom; where that makes too many
 * cells, four become one until it does not. A cell with one listing shows the listing itself.
 */
export function mapStatement(criteria: SearchCriteria, moment: SearchMoment, { zoom, featuresAtMost }: MapWish): SearchStatement {
  const where = new Conditions();
  requireWhatIsAsked(criteria, where, moment);
  const cells = where.bind(2 ** zoom * CELLS_PER_TILE);
  const clamped = `greatest(-${LAST_LATITUDE}, least(${LAST_LATITUDE}, e.lat))`;
  const sql = `
    WITH ${[...where.workedOut, ''].join(', ')}cell AS MATERIALIZED (
      SELECT least(floor((e.lng + 180) / 360 * ${cells}::float8), ${cells}::float8 - 1)::bigint AS x,
        floor((1 - ln(tan(radians(${clamped})) + 1 / cos(radians(${clamped}))) / pi()) / 2 * ${cells}::float8)::bigint AS y,
        count(*) AS count, min(e.lng) AS west, min(e.lat) AS south, max(e.lng) AS east, max(e.lat) AS north, sum(e.lng) AS lngs, sum(e.lat) AS lats,
        min(e.price_amount) AS price, min(e.currency) AS currency, min(e.currency) = max(e.currency) AS is_one_currency, min(e.listing_id::text) AS one
      FROM search_entry AS e WHERE ${where.lookedUp} GROUP BY 1, 2
    ), grid AS (
      SELECT min(step) AS step FROM (
        SELECT step FROM (SELECT DISTINCT step, (x >> step) << 30 | (y >> step) AS merged FROM cell, generate_series(0, ${zoom + 3}) AS step) AS coarser
        GROUP BY step HAVING count(*) <= ${where.bind(featuresAtMost)}
      ) AS fitting
    ), feature AS (
      SELECT sum(count) AS count, min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north, sum(lngs) / sum(count) AS lng, sum(lats) / sum(count) AS lat,
        min(price) AS price, min(currency) AS currency, bool_and(is_one_currency) AND min(currency) = max(currency) AS is_one_currency, min(one) AS one
      FROM cell, grid GROUP BY x >> grid.step, y >> grid.step
    )
    SELECT '{"type":"FeatureCollection"' ||
      CASE WHEN count(*) > 0 THEN ',"bbox":' || json_build_array(min(west), min(south), max(east), max(north)) ELSE '' END || ',"features":[' ||
      coalesce(string_agg('{"type":"Feature","geometry":{"type":"Point","coordinates":[' || lng || ',' || lat || ']},"properties":' ||
        CASE WHEN count = 1 THEN j.summary || ',"cluster":false}'
        ELSE '{"cluster":true,"count":' || count || ',"bbox":' || json_build_array(west, south, east, north) ||
          CASE WHEN is_one_currency THEN ',"priceFrom":' || json_build_object('amount', price, 'currency', currency) ELSE '' END || '}' END || '}',
        ',' ORDER BY count DESC, one), '') || ']}' AS map
    FROM feature LEFT JOIN listing_summary AS j ON count = 1 AND j.listing_id = one::uuid`;
  return { sql, values: where.values };
}
