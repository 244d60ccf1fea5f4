import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who needs rooms of a type, and whose stay there ends before another one begins. */
export class IndexEndsOfReservations202611221800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX reservation_of_type;
      CREATE INDEX reservation_of_type ON reservation (room_type_id, ends_at) WHERE status IN ('requesting', 'confirmed', 'in_progress')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX reservation_of_type;
      CREATE INDEX reservation_of_type ON reservation (room_type_id) WHERE status IN ('requesting', 'confirmed', 'in_progress')`);
  }
}
