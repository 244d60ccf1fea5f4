import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Places and borders are compared on a grid of 1e-7 degrees, in whole numbers, so that `catalog.covers` answers exactly
 * the same whether PostGIS computes it or plain SQL does (ADR 14). Which of them does is chosen here by what the server
 * has, and may be chosen again: `catalog.adopt_postgis()`, `catalog.leave_postgis()`. Listings
 * are placed anew in the background.
 */
export class CompareBordersOnAGrid202611211811 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GRID);
    await runner.query(`
      ALTER TABLE district
        ADD size float8 NOT NULL GENERATED ALWAYS AS (catalog.size_of(area)) STORED,
        ADD bounds box NOT NULL GENERATED ALWAYS AS (catalog.bounds_of(area)) STORED,
        ADD from_x int[] NOT NULL GENERATED ALWAYS AS (catalog.ends_of(area, 0, 0)) STORED,
        ADD from_y int[] NOT NULL GENERATED ALWAYS AS (catalog.ends_of(area, 0, 1)) STORED,
        ADD to_x int[] NOT NULL GENERATED ALWAYS AS (catalog.ends_of(area, 1, 0)) STORED,
        ADD to_y int[] NOT NULL GENERATED ALWAYS AS (catalog.ends_of(area, 1, 1)) STORED;
      COMMENT ON COLUMN district.from_x IS 'With from_y, to_x and to_y: every edge of the border, of holes too, in steps of the grid.';
      CREATE INDEX district_bounds ON district USING gist (bounds)`);
    await runner.query(PLAIN_COVERS);
    await runner.query(DISTRICT_AT);
    await runner.query('DROP TABLE district_ring');
    await runner.query(CHOICE);
    await runner.query('SELECT catalog.adopt_postgis()');
    await runner.query(PLACE_ALL_ANEW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT catalog.leave_postgis()');
    await runner.query(FORMER_RINGS);
    await runner.query(FORMER_DISTRICT_AT);
    await runner.query(`
      DROP FUNCTION catalog.adopt_postgis, catalog.leave_postgis, catalog.covers;
      ALTER TABLE district DROP size, DROP bounds, DROP from_x, DROP from_y, DROP to_x, DROP to_y;
      DROP FUNCTION catalog.area_on_grid, catalog.ends_of, catalog.bounds_of, catalog.size_of, catalog.corners_of, catalog.on_grid`);
    await runner.query(PLACE_ALL_ANEW);
  }
}

const GRID = `
  CREATE FUNCTION catalog.on_grid(degrees float8) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT (sign(degrees) * floor(abs(degrees) * 10000000 + 0.5))::int;
  END;
  CREATE FUNCTION catalog.corners_of(area jsonb, OUT part bigint, OUT ring bigint, OUT place bigint, OUT x int, OUT y int, OUT is_last boolean)
  RETURNS SETOF record LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT parts.place, rings.place, corners.place, catalog.on_grid((corner -> 0)::float8), catalog.on_grid((corner -> 1)::float8), corners.place = jsonb_array_length(corner_list)
    FROM jsonb_array_elements(CASE area ->> 'type' WHEN 'Polygon' THEN jsonb_build_array(area -> 'coordinates') ELSE area -> 'coordinates' END) WITH ORDINALITY AS parts (ring_list, place),
      jsonb_array_elements(ring_list) WITH ORDINALITY AS rings (corner_list, place),
      jsonb_array_elements(corner_list) WITH ORDINALITY AS corners (corner, place);
  END;
  CREATE FUNCTION catalog.ends_of(area jsonb, which int, axis int) RETURNS int[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT array_agg(CASE axis WHEN 0 THEN x ELSE y END ORDER BY part, ring, place)
    FROM catalog.corners_of(area) WHERE CASE which WHEN 0 THEN NOT is_last ELSE place > 1 END;
  END;
  COMMENT ON FUNCTION catalog.ends_of IS 'Where each edge begins (0) or ends (1), along one axis.';
  CREATE FUNCTION catalog.bounds_of(area jsonb) RETURNS box LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT box(pg_catalog.point(min(x), min(y)), pg_catalog.point(max(x), max(y))) FROM catalog.corners_of(area);
  END;
  CREATE FUNCTION catalog.size_of(area jsonb) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT sum(abs(twice) * CASE ring WHEN 1 THEN 0.5 ELSE -0.5 END) FROM (
      SELECT part, ring, sum(from_x::float8 * to_y - to_x::float8 * from_y) AS twice FROM (
        SELECT part, ring, x AS from_x, y AS from_y, lead(x) OVER following AS to_x, lead(y) OVER following AS to_y
        FROM catalog.corners_of(area) WINDOW following AS (PARTITION BY part, ring ORDER BY place)
      ) AS edges GROUP BY part, ring
    ) AS rings;
  END;
  CREATE FUNCTION catalog.area_on_grid(area jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT jsonb_build_object('type', 'MultiPolygon', 'coordinates', jsonb_agg(rings ORDER BY part)) FROM (
      SELECT part, jsonb_agg(corners ORDER BY ring) AS rings FROM (
        SELECT part, ring, jsonb_agg(jsonb_build_array(x, y) ORDER BY place) AS corners FROM catalog.corners_of(area) GROUP BY part, ring
      ) AS of_ring GROUP BY part
    ) AS of_part;
  END`;

// A line from the place to the east meets the border an odd number of times. The border itself belongs to the district.
// Products of steps stay below 2^63; they are compared, never subtracted.
const PLAIN_COVERS = `
  CREATE OR REPLACE FUNCTION catalog.covers(district_id uuid, x int, y int) RETURNS boolean LANGUAGE sql STABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT coalesce(bool_or(rise = run AND x BETWEEN least(from_x, to_x) AND greatest(from_x, to_x)), false)
      OR count(*) FILTER (WHERE (from_y > y) <> (to_y > y) AND CASE WHEN to_y > from_y THEN rise > run ELSE rise < run END) % 2 = 1
    FROM (
      SELECT edge.*, (edge.to_x::bigint - edge.from_x) * (y::bigint - edge.from_y) AS rise, (x::bigint - edge.from_x) * (edge.to_y::bigint - edge.from_y) AS run
      FROM catalog.district AS d, unnest(d.from_x, d.from_y, d.to_x, d.to_y) AS edge (from_x, from_y, to_x, to_y)
      WHERE d.id = district_id AND y BETWEEN least(edge.from_y, edge.to_y) AND greatest(edge.from_y, edge.to_y)
    ) AS edges;
  END;
  COMMENT ON FUNCTION catalog.covers IS 'Whether a place on the grid lies in a district, its border included.'`;

// The meridian of 180 degrees has two names, and whoever stands on it is looked for under both.
const DISTRICT_AT = `
  CREATE OR REPLACE FUNCTION catalog.district_at(lat float8, lng float8) RETURNS uuid LANGUAGE sql STABLE STRICT
  BEGIN ATOMIC
    SELECT d.id FROM catalog.district AS d, unnest(CASE WHEN abs(lng) = 180 THEN ARRAY[180, -180] ELSE ARRAY[lng] END) AS meridian
    WHERE d.bounds @> pg_catalog.point(catalog.on_grid(meridian), catalog.on_grid(lat)) AND catalog.covers(d.id, catalog.on_grid(meridian), catalog.on_grid(lat))
    ORDER BY d.size, d.source, d.external_id LIMIT 1;
  END;
  COMMENT ON FUNCTION catalog.district_at IS 'Of several districts, or on the border of two, the smallest.'`;

const FORMER_DISTRICT_AT = `
  CREATE OR REPLACE FUNCTION catalog.district_at(lat float8, lng float8) RETURNS uuid LANGUAGE sql STABLE STRICT
  BEGIN ATOMIC
    SELECT around.district_id FROM district_ring AS around
    WHERE NOT around.is_hole AND around.ring @> pg_catalog.point(lng, lat)
      AND NOT EXISTS (
        SELECT FROM district_ring AS hole
        WHERE hole.district_id = around.district_id AND hole.part = around.part AND hole.is_hole AND hole.ring @> pg_catalog.point(lng, lat))
    ORDER BY around.district_id LIMIT 1;
  END;
  COMMENT ON FUNCTION catalog.district_at IS NULL`;

const FORMER_RINGS = `
  CREATE TABLE district_ring (
    district_id uuid NOT NULL REFERENCES district ON DELETE CASCADE,
    part int NOT NULL,
    is_hole boolean NOT NULL,
    ring polygon NOT NULL
  );
  CREATE INDEX district_ring_place ON district_ring USING gist (ring);
  CREATE INDEX district_ring_district ON district_ring (district_id);
  INSERT INTO district_ring
    SELECT id, part - 1, ring > 1, ('(' || string_agg(format('(%s,%s)', x / 1e7, y / 1e7), ',' ORDER BY place) || ')')::polygon
    FROM district, catalog.corners_of(area) WHERE NOT is_last GROUP BY id, part, ring`;

const CHOICE = `
  CREATE FUNCTION catalog.adopt_postgis() RETURNS boolean LANGUAGE plpgsql AS $choice$
  DECLARE
    home text := (SELECT nspname FROM pg_extension JOIN pg_namespace AS n ON n.oid = extnamespace WHERE extname = 'postgis');
  BEGIN
    IF home IS NULL OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'catalog.district'::regclass AND attname = 'shape' AND NOT attisdropped) THEN
      RETURN home IS NOT NULL;
    END IF;
    EXECUTE format('ALTER TABLE catalog.district ADD shape %1$I.geometry GENERATED ALWAYS AS (%1$I.ST_SetSRID(%1$I.ST_GeomFromGeoJSON(catalog.area_on_grid(area)), 0)) STORED', home);
    EXECUTE format('CREATE OR REPLACE FUNCTION catalog.covers(district_id uuid, x int, y int) RETURNS boolean LANGUAGE sql STABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC SELECT %1$I.ST_Covers(d.shape, %1$I.ST_MakePoint(x, y)) FROM catalog.district AS d WHERE d.id = district_id; END', home);
    RETURN true;
  END $choice$;
  COMMENT ON FUNCTION catalog.adopt_postgis IS 'Lets PostGIS, where it is, decide what lies in a district; answers whether it does.';
  CREATE FUNCTION catalog.leave_postgis() RETURNS void LANGUAGE plpgsql AS $choice$
  BEGIN
    EXECUTE $covers$${PLAIN_COVERS}$covers$;
    ALTER TABLE catalog.district DROP COLUMN IF EXISTS shape;
  END $choice$;
  COMMENT ON FUNCTION catalog.leave_postgis IS 'Lets plain SQL decide again, so that PostGIS may be dropped or a dump restored without it.'`;

const PLACE_ALL_ANEW = `
  INSERT INTO listing_placing (after) SELECT '00000000-0000-0000-0000-000000000000' WHERE EXISTS (SELECT FROM listing)
  ON CONFLICT (is_one) DO UPDATE SET after = excluded.after`;
