import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was reminded before calling off stays in the ledger as reminded: only the booking itself says that they no longer come. */
export class KeepWhichBookingsStand202611221904 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking_news ADD COLUMN stands boolean NOT NULL DEFAULT true');
    await runner.query(`
      UPDATE booking_news SET stands = false
      WHERE EXISTS (SELECT 1 FROM reminder WHERE reminder.booking_id = booking_news.booking_id AND state = 'dropped')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking_news DROP COLUMN stands');
  }
}
