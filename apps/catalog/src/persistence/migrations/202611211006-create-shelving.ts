import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `catalog.shelve(listing)` puts a listing where searches find it, and answers what its writer needs next, so that
 * a listing is written and answered in one round trip. What other services told (rating, availability) is left as it is.
 */
export class CreateShelving202611211006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION catalog.folded_all(labels text[]) RETURNS text[] LANGUAGE sql STABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT coalesce(array_agg(DISTINCT catalog.folded(label)), '{}') FROM unnest(labels) AS label;
      END;
      CREATE FUNCTION catalog.minute_of(clock text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT split_part(clock, ':', 1)::int * 60 + split_part(clock, ':', 2)::int;
      END;
      CREATE FUNCTION catalog.opening_of(hours jsonb) RETURNS int4multirange LANGUAGE sql STABLE PARALLEL SAFE
      BEGIN ATOMIC
        SELECT range_agg(int4range(
            week + ((one ->> 'weekday')::int - 1) * 1440 + catalog.minute_of(one ->> 'opens'),
            week + ((one ->> 'weekday')::int - 1) * 1440 + catalog.minute_of(one ->> 'closes')))
        FROM jsonb_array_elements(hours) AS one, unnest(ARRAY[0, 10080]) AS week;
      END`);
    await runner.query(LEARN_WORDS);
    await runner.query(SHELVE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION catalog.shelve, catalog.learn_words, catalog.opening_of, catalog.minute_of, catalog.folded_all');
  }
}

// Sorted, so that two listings that bring the same new words wait for each other instead of dying in a deadlock.
const LEARN_WORDS = `
  CREATE FUNCTION catalog.learn_words(words text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO vocabulary (word, letters)
      SELECT lexeme, catalog.letters(lexeme) FROM unnest(to_tsvector('simple', unaccent(words)))
      WHERE length(lexeme) BETWEEN 3 AND 30 AND lexeme !~ '[^[:alpha:]]'
        AND NOT EXISTS (SELECT FROM vocabulary AS known WHERE known.word = lexeme)
      ORDER BY lexeme
      ON CONFLICT DO NOTHING;
  END $$`;

const SHELVE = `
  CREATE FUNCTION catalog.shelve(l listing, OUT page text, OUT cover text, OUT host_is_known boolean) LANGUAGE plpgsql AS $$
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
