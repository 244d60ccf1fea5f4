import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far it is to the nearest station by itself, whoever asks: where a listing is kept to lie is held against it. */
export class MeasureToTheNearestStation202611212007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION catalog.metres_to_station(lat float8, lng float8) RETURNS float8 LANGUAGE sql STABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT catalog.distance(near.place, here) FROM station AS near, catalog.point(metres_to_station.lat, metres_to_station.lng) AS here
        ORDER BY near.place <-> catalog.point(metres_to_station.lat, metres_to_station.lng) LIMIT 1;
      END;
      COMMENT ON FUNCTION catalog.metres_to_station IS 'How far the nearest station is, however far that may be.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION catalog.metres_to_station');
  }
}
