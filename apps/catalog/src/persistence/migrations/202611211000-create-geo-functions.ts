import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one door to geometry: `catalog.point`, `catalog.distance` and `catalog.within`. A place is a point on a sphere in
 * metres from its centre, so that neither the poles nor the antimeridian are special. Bodies are bound to their names
 * when they are made, which keeps them working whatever the search path is, in a restored dump too.
 */
export class CreateGeoFunctions202611211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION catalog.point(lat float8, lng float8) RETURNS cube LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT cube(ARRAY[
          6371008.8 * cos(radians(lat)) * cos(radians(lng)),
          6371008.8 * cos(radians(lat)) * sin(radians(lng)),
          6371008.8 * sin(radians(lat))]);
      END`);
    await runner.query(`
      CREATE FUNCTION catalog.distance(a cube, b cube) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT 2 * 6371008.8 * asin(least(1, (a <-> b) / (2 * 6371008.8)));
      END`);
    // Every point within so many metres lies in this box; the box alone is what an index can search.
    await runner.query(`
      CREATE FUNCTION catalog.around(lat float8, lng float8, metres float8) RETURNS cube LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT cube_enlarge(catalog.point(lat, lng), 2 * 6371008.8 * sin(least(pi() / 2, metres / (2 * 6371008.8))) + 0.001, 3);
      END`);
    await runner.query(`
      CREATE FUNCTION catalog.within(place cube, lat float8, lng float8, metres float8) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT place <@ catalog.around(lat, lng, metres) AND catalog.distance(place, catalog.point(lat, lng)) <= metres;
      END`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION catalog.within, catalog.around, catalog.distance;
      DROP FUNCTION catalog.point(float8, float8)`);
  }
}
