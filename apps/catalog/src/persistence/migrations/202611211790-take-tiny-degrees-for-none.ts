import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Postgres refuses to compute with what is too small for its numbers ("underflow"), and anybody may send such a number
 * as a latitude or a radius. Whatever is nearer to nothing than a billionth is nothing: of a degree a tenth of a millimetre.
 */
export class TakeTinyDegreesForNone202611211790 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION catalog.no_less(amount float8) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT CASE WHEN abs(amount) < 1e-9 THEN 0 ELSE amount END;
      END;
      COMMENT ON FUNCTION catalog.no_less IS 'The amount, and nothing where it is too small to be computed with.'`);
    await runner.query(POINT('catalog.no_less(lat)', 'catalog.no_less(lng)'));
    await runner.query(AROUND('catalog.no_less(metres)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(AROUND('metres'));
    await runner.query(POINT('lat', 'lng'));
    await runner.query('DROP FUNCTION catalog.no_less');
  }
}

const POINT = (lat: string, lng: string) => `
  CREATE OR REPLACE FUNCTION catalog.point(lat float8, lng float8) RETURNS cube LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT cube(ARRAY[
      6371008.8 * cos(radians(${lat})) * cos(radians(${lng})),
      6371008.8 * cos(radians(${lat})) * sin(radians(${lng})),
      6371008.8 * sin(radians(${lat}))]);
  END`;

const AROUND = (metres: string) => `
  CREATE OR REPLACE FUNCTION catalog.around(lat float8, lng float8, metres float8) RETURNS cube LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT cube_enlarge(catalog.point(lat, lng), 2 * 6371008.8 * sin(least(pi() / 2, ${metres} / (2 * 6371008.8))) + 0.001, 3);
  END`;
