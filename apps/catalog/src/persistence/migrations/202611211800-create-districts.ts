import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Districts as areas on the map, and stations with what they are called and where they belong.
 *
 * Areas are kept ring by ring in Postgres' own type `polygon`, which every server has, with an index over their boxes
 * (ADR 14). Longitude is x and latitude y; between two corners a border runs straight on such a map, which is how
 * GeoJSON has it (RFC 7946, 3.1.1). Whoever stands on a border is in the district with the smaller id; whoever stands on
 * the edge of a hole is in the hole, because that is where another district begins.
 */
export class CreateDistricts202611211800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE district (
        id uuid PRIMARY KEY,
        source text NOT NULL,
        external_id text NOT NULL,
        city text NOT NULL,
        city_key text NOT NULL,
        name_en text NOT NULL,
        name_ru text NOT NULL,
        keys text[] NOT NULL,
        area jsonb NOT NULL,
        UNIQUE (source, external_id)
      );
      CREATE TABLE district_ring (
        district_id uuid NOT NULL REFERENCES district ON DELETE CASCADE,
        part int NOT NULL,
        is_hole boolean NOT NULL,
        ring polygon NOT NULL
      );
      CREATE INDEX district_ring_place ON district_ring USING gist (ring);
      CREATE INDEX district_ring_district ON district_ring (district_id);
      CREATE TABLE listing_placing (is_one boolean PRIMARY KEY DEFAULT true CHECK (is_one), after uuid NOT NULL);
      COMMENT ON TABLE listing_placing IS 'Stands while listings are looked at anew because stations or districts have changed: how far that has come.';
      ALTER TABLE station
        ADD source text NOT NULL DEFAULT 'unknown', ADD city text, ADD line jsonb, ADD lat float8, ADD lng float8;
      ALTER TABLE search_entry ADD district_id uuid REFERENCES district ON DELETE SET NULL, ADD district_keys text[] NOT NULL DEFAULT '{}';
      UPDATE search_entry SET district_keys = ARRAY[district_key] WHERE district_key IS NOT NULL;
      CREATE INDEX search_entry_districts ON search_entry USING gin (district_keys) WHERE status = 'active';
      CREATE INDEX search_entry_district_id ON search_entry (district_id) WHERE district_id IS NOT NULL`);
    await runner.query(DISTRICT_AT);
    await runner.query(WHEREABOUTS);
    await runner.query(PLACE_SOME);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION catalog.place_some, catalog.whereabouts, catalog.district_at;
      ALTER TABLE search_entry DROP district_keys, DROP district_id;
      ALTER TABLE station DROP lng, DROP lat, DROP line, DROP city, DROP source;
      DROP TABLE listing_placing, district_ring, district`);
  }
}

const DISTRICT_AT = `
  CREATE FUNCTION catalog.district_at(lat float8, lng float8) RETURNS uuid LANGUAGE sql STABLE STRICT
  BEGIN ATOMIC
    SELECT around.district_id FROM district_ring AS around
    WHERE NOT around.is_hole AND around.ring @> pg_catalog.point(lng, lat)
      AND NOT EXISTS (
        SELECT FROM district_ring AS hole
        WHERE hole.district_id = around.district_id AND hole.part = around.part AND hole.is_hole AND hole.ring @> pg_catalog.point(lng, lat))
    ORDER BY around.district_id LIMIT 1;
  END`;

/** Nobody walks further; a listing in a city without stations is near none. */
const FARTHEST_STATION_METRES = 20_000;

// A district is found by what its owner calls it and by what it is called in either language.
const WHEREABOUTS = `
  CREATE FUNCTION catalog.whereabouts(
    lat float8, lng float8, named text,
    OUT station_id text, OUT station_metres float8, OUT district_id uuid, OUT district text, OUT district_keys text[]
  ) LANGUAGE plpgsql STABLE AS $$
  DECLARE
    here cube := catalog.point(lat, lng);
    known record;
  BEGIN
    SELECT id, catalog.distance(station.place, here) INTO station_id, station_metres FROM station ORDER BY station.place <-> here LIMIT 1;
    IF station_metres > ${FARTHEST_STATION_METRES} THEN
      station_id := NULL;
      station_metres := NULL;
    END IF;
    SELECT d.id, d.name_ru, d.keys INTO known FROM district AS d WHERE d.id = catalog.district_at(lat, lng);
    district_id := known.id;
    district := coalesce(named, known.name_ru);
    district_keys := ARRAY(SELECT DISTINCT key FROM unnest(coalesce(known.keys, '{}') || catalog.folded(named)) AS key WHERE key IS NOT NULL ORDER BY key);
  END $$`;

// Looks at the next listings after one, in the order of their ids, and answers the last of them; null once there are no more.
const PLACE_SOME = `
  CREATE FUNCTION catalog.place_some(following uuid, at_most int) RETURNS uuid LANGUAGE plpgsql AS $$
  DECLARE
    looked_at uuid[] := ARRAY(SELECT id FROM listing WHERE id > following ORDER BY id LIMIT at_most FOR NO KEY UPDATE);
    moved uuid[];
  BEGIN
    WITH placed AS (
      UPDATE search_entry AS e SET
        (station_id, station_metres, district_id, district, district_key, district_keys) =
          (here.station_id, here.station_metres, here.district_id, here.district, catalog.folded(here.district), here.district_keys)
      FROM listing AS l, LATERAL catalog.whereabouts(l.lat, l.lng, l.district) AS here
      WHERE l.id = ANY (looked_at) AND e.listing_id = l.id
        AND (e.station_id, e.station_metres, e.district_id, e.district, e.district_keys)
          IS DISTINCT FROM (here.station_id, here.station_metres, here.district_id, here.district, here.district_keys)
      RETURNING e.listing_id
    )
    SELECT array_agg(listing_id) INTO moved FROM placed;
    UPDATE listing_summary SET summary = catalog.summary_of(l) FROM listing AS l WHERE l.id = ANY (moved) AND listing_summary.listing_id = l.id;
    RETURN looked_at[cardinality(looked_at)];
  END $$`;
