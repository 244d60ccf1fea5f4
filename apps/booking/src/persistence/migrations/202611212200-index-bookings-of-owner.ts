import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever lets much looks for the few requests among very many bookings. */
export class IndexBookingsOfOwner202611212200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX booking_owner_status ON booking (owner_id, status, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_owner_status');
  }
}
