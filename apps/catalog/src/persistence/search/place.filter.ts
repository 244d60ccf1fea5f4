import type { Filter } from './filter';

/** City and district by name, and the distance to the nearest station. */
export const placeFilter: Filter = ({ city, district, nearStation }, where) => {
  if (city !== undefined) where.require(`e.city_key = catalog.folded(${where.bind(city)})`);
  if (district !== undefined) where.require(`e.district_key = catalog.folded(${where.bind(district)})`);
  if (nearStation !== undefined) where.require(`e.station_metres <= ${where.bind(nearStation)}`);
};
