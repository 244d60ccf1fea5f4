import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A listing is put where searches find it together with the station it lies near and the district it lies in. */
export class ShelveByDistrict202611211801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SUMMARY_OF(`coalesce(l.district, (SELECT district.name_ru FROM search_entry AS e JOIN district ON district.id = e.district_id WHERE e.listing_id = l.id))`));
    await runner.query(SHELVE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(SUMMARY_OF('l.district'));
    await runner.query(FORMER_SHELVE);
  }
}

// What the owner calls the district is shown; where the owner has said nothing, what people there call it.
const SUMMARY_OF = (district: string) => `
  CREATE OR REPLACE FUNCTION catalog.summary_of(l listing) RETURNS text LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN left(row_to_json(summary)::text, -1) FROM (
      SELECT l.id, l.kind, l.status, l.owner_id AS "ownerId", l.title, l.category, l.tags, l.amenities,
        json_strip_nulls(json_build_object('address', l.address, 'city', l.city, 'district', ${district}, 'lat', l.lat, 'lng', l.lng)) AS location,
        l.time_zone AS "timeZone", l.price, l.capacity, l.booking, l.details, catalog.photo_views(l.id) AS photos,
        catalog.instant(l.created_at) AS "createdAt", l.version
    ) AS summary;
  END $$`;

const SHELVE = `
  CREATE OR REPLACE FUNCTION catalog.shelve(l listing, OUT page text, OUT cover text, OUT host_is_known boolean) LANGUAGE plpgsql AS $$
  DECLARE
    here cube := catalog.point(l.lat, l.lng);
    around record;
  BEGIN
    SELECT * INTO around FROM catalog.whereabouts(l.lat, l.lng, l.district);
    INSERT INTO search_entry AS entry (
      listing_id, owner_id, status, kind, unit, category_key, city, city_key, district, district_key, district_id, district_keys, time_zone, price_amount, currency,
      capacity, party, min_units, max_units, opening, privacy, is_paid, starts_at, ends_at,
      lat, lng, place, spot, station_id, station_metres, tag_keys, amenity_keys, document)
    VALUES (
      l.id, l.owner_id, l.status, l.kind,
      CASE l.kind WHEN 'item' THEN 'day' WHEN 'workspace' THEN 'hour' WHEN 'event' THEN 'session' ELSE 'night' END,
      catalog.folded(l.category), l.city, catalog.folded(l.city), around.district, catalog.folded(around.district), around.district_id, around.district_keys, l.time_zone,
      (l.price ->> 'amount')::bigint, l.price ->> 'currency', l.capacity,
      CASE l.kind WHEN 'apartment' THEN (l.details ->> 'guests')::int WHEN 'room' THEN (l.details ->> 'beds')::int ELSE l.capacity END,
      coalesce((l.booking ->> 'minUnits')::int, 1), coalesce((l.booking ->> 'maxUnits')::int, 2147483647),
      CASE l.kind WHEN 'workspace' THEN catalog.opening_of(l.booking -> 'openingHours') END,
      l.details ->> 'privacy', (l.details ->> 'paid')::boolean, (l.details ->> 'startsAt')::timestamptz, (l.details ->> 'endsAt')::timestamptz,
      l.lat, l.lng, here, pg_catalog.point(l.lng, l.lat), around.station_id, around.station_metres,
      catalog.folded_all(l.tags), catalog.folded_all(l.amenities), catalog.document_of(l.title, l.description))
    ON CONFLICT (listing_id) DO UPDATE SET (
      status, category_key, city, city_key, district, district_key, district_id, district_keys, time_zone, price_amount, currency,
      capacity, party, min_units, max_units, opening, privacy, is_paid, starts_at, ends_at,
      lat, lng, place, spot, station_id, station_metres, tag_keys, amenity_keys, document
    ) = (
      excluded.status, excluded.category_key, excluded.city, excluded.city_key, excluded.district, excluded.district_key,
      excluded.district_id, excluded.district_keys,
      excluded.time_zone, excluded.price_amount, excluded.currency, excluded.capacity, excluded.party, excluded.min_units, excluded.max_units,
      excluded.opening, excluded.privacy, excluded.is_paid, excluded.starts_at, excluded.ends_at, excluded.lat, excluded.lng, excluded.place,
      excluded.spot, excluded.station_id, excluded.station_metres, excluded.tag_keys, excluded.amenity_keys, excluded.document);
    INSERT INTO listing_summary VALUES (l.id, catalog.summary_of(l))
      ON CONFLICT (listing_id) DO UPDATE SET summary = excluded.summary;
    IF l.status = 'active' THEN
      PERFORM catalog.learn_words(l.title || ' ' || l.description);
    END IF;
    page := catalog.page_of(l);
    cover := (SELECT small_url FROM photo WHERE listing_id = l.id ORDER BY place, id LIMIT 1);
    host_is_known := EXISTS (SELECT FROM host WHERE id = l.owner_id);
  END $$`;

const FORMER_SHELVE = `
  CREATE OR REPLACE FUNCTION catalog.shelve(l listing, OUT page text, OUT cover text, OUT host_is_known boolean) LANGUAGE plpgsql AS $$
  DECLARE
    here cube := catalog.point(l.lat, l.lng);
    near record;
  BEGIN
    SELECT id, catalog.distance(station.place, here) AS metres INTO near FROM station ORDER BY station.place <-> here LIMIT 1;
    INSERT INTO search_entry AS entry (
      listing_id, owner_id, status, kind, unit, category_key, city, city_key, district, district_key, time_zone, price_amount, currency,
      capacity, party, min_units, max_units, opening, privacy, is_paid, starts_at, ends_at,
      lat, lng, place, spot, station_id, station_metres, tag_keys, amenity_keys, document)
    VALUES (
      l.id, l.owner_id, l.status, l.kind,
      CASE l.kind WHEN 'item' THEN 'day' WHEN 'workspace' THEN 'hour' WHEN 'event' THEN 'session' ELSE 'night' END,
      catalog.folded(l.category), l.city, catalog.folded(l.city), l.district, catalog.folded(l.district), l.time_zone,
      (l.price ->> 'amount')::bigint, l.price ->> 'currency', l.capacity,
      CASE l.kind WHEN 'apartment' THEN (l.details ->> 'guests')::int WHEN 'room' THEN (l.details ->> 'beds')::int ELSE l.capacity END,
      coalesce((l.booking ->> 'minUnits')::int, 1), coalesce((l.booking ->> 'maxUnits')::int, 2147483647),
      CASE l.kind WHEN 'workspace' THEN catalog.opening_of(l.booking -> 'openingHours') END,
      l.details ->> 'privacy', (l.details ->> 'paid')::boolean, (l.details ->> 'startsAt')::timestamptz, (l.details ->> 'endsAt')::timestamptz,
      l.lat, l.lng, here, pg_catalog.point(l.lng, l.lat), near.id, near.metres,
      catalog.folded_all(l.tags), catalog.folded_all(l.amenities), catalog.document_of(l.title, l.description))
    ON CONFLICT (listing_id) DO UPDATE SET (
      status, category_key, city, city_key, district, district_key, time_zone, price_amount, currency,
      capacity, party, min_units, max_units, opening, privacy, is_paid, starts_at, ends_at,
      lat, lng, place, spot, station_id, station_metres, tag_keys, amenity_keys, document
    ) = (
      excluded.status, excluded.category_key, excluded.city, excluded.city_key, excluded.district, excluded.district_key,
      excluded.time_zone, excluded.price_amount, excluded.currency, excluded.capacity, excluded.party, excluded.min_units, excluded.max_units,
      excluded.opening, excluded.privacy, excluded.is_paid, excluded.starts_at, excluded.ends_at, excluded.lat, excluded.lng, excluded.place,
      excluded.spot, excluded.station_id, excluded.station_metres, excluded.tag_keys, excluded.amenity_keys, excluded.document);
    INSERT INTO listing_summary VALUES (l.id, catalog.summary_of(l))
      ON CONFLICT (listing_id) DO UPDATE SET summary = excluded.summary;
    IF l.status = 'active' THEN
      PERFORM catalog.learn_words(l.title || ' ' || l.description);
    END IF;
    page := catalog.page_of(l);
    cover := (SELECT small_url FROM photo WHERE listing_id = l.id ORDER BY place, id LIMIT 1);
    host_is_known := EXISTS (SELECT FROM host WHERE id = l.owner_id);
  END $$`;
