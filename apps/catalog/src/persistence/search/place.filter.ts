import { once } from './conditions';
import type { Filter } from './filter';

/** City and district by name, a district by any of its names, and the distance to the nearest station. */
export const placeFilter: Filter = ({ city, district, nearStation }, where) => {
  if (city !== undefined) where.require(`e.city_key = ${once(`catalog.folded(${where.bind(city)})`)}`, { isScope: true });
  if (district !== undefined) {
    const sql = `e.district_keys @> ${once(`ARRAY[catalog.folded(${where.bind(district)})]`)}`;
    where.require(sql, { lookUp: sql });
  }
  if (nearStation !== undefined) {
    const sql = `e.station_metres <= ${where.bind(nearStation)}`;
    where.require(sql, { isWide: true, lookUp: sql });
  }
};
