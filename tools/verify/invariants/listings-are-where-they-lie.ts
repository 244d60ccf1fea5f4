import type { Invariant } from '../invariant';

/** Nobody walks further: a station beyond is nobody's nearest. */
const FARTHEST_STATION_METRES = 20_000;

/** Of what changed on the map, listings are looked at anew in the background, in the order of their ids. */
const IS_LOOKED_AT = 'NOT EXISTS (SELECT FROM catalog.listing_placing AS underway WHERE listing.id > underway.after)';

/** Whoever deletes their account takes their listings out of search for good. */
const IS_TO_BE_FOUND = `(entry.listing_id IS NOT NULL OR listing.status <> 'archived')`;

export const listingsAreWhereTheyLie: Invariant = {
  promise: 7,
  name: 'every listing is in the district that it lies in, and near the station that is nearest',
  reads: ['catalog.listing', 'catalog.search_entry', 'catalog.district', 'catalog.station', 'catalog.listing_placing'],
  settles: true,
  violations: `
    SELECT id, lat, lng, kept_district_id, district_id, kept_district, named, kept_keys, keys, kept_station_id, kept_metres, metres_to_kept, metres_to_nearest
    FROM (
      SELECT listing.id, listing.lat, listing.lng, listing.district AS named, district.id AS district_id, district.name_ru AS district,
        coalesce(district.keys, '{}') || array_remove(ARRAY[catalog.folded(listing.district)], NULL) AS keys,
        entry.district_id AS kept_district_id, entry.district AS kept_district, entry.district_keys AS kept_keys,
        entry.station_id AS kept_station_id, entry.station_metres AS kept_metres, catalog.distance(station.place, catalog.point(listing.lat, listing.lng)) AS metres_to_kept,
        CASE WHEN catalog.metres_to_station(listing.lat, listing.lng) <= ${FARTHEST_STATION_METRES} THEN catalog.metres_to_station(listing.lat, listing.lng) END AS metres_to_nearest
      FROM catalog.listing LEFT JOIN catalog.search_entry AS entry ON entry.listing_id = listing.id
        LEFT JOIN catalog.district ON district.id = catalog.district_at(listing.lat, listing.lng)
        LEFT JOIN catalog.station ON station.id = entry.station_id
      WHERE ${IS_LOOKED_AT} AND ${IS_TO_BE_FOUND}
    ) AS placed
    WHERE kept_district_id IS DISTINCT FROM district_id OR kept_district IS DISTINCT FROM coalesce(named, district)
      OR (kept_keys @> keys AND keys @> kept_keys) IS NOT TRUE
      OR kept_metres IS DISTINCT FROM metres_to_nearest OR kept_metres IS DISTINCT FROM metres_to_kept`,
};
