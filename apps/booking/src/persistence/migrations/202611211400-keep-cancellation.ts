import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BOOKING_VIEW_WITH_BESIDE } from './202611211306-book-beside';

/** What a cancellation came to is kept with the booking and with its step of history, and shown to its parties. */
export class KeepCancellation202611211400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking ADD COLUMN cancellation json; ALTER TABLE booking_transition ADD COLUMN cancellation json');
    await runner.query(`DROP FUNCTION booking_view(booking)`);
    await runner.query(BOOKING_VIEW_WITH_CANCELLATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION booking_view(booking)');
    await runner.query(BOOKING_VIEW_WITH_BESIDE);
    await runner.query('ALTER TABLE booking DROP COLUMN cancellation; ALTER TABLE booking_transition DROP COLUMN cancellation');
  }
}

/** The view says what a cancellation came to, too. */
export const BOOKING_VIEW_WITH_CANCELLATION = BOOKING_VIEW_WITH_BESIDE.replace(
  `'proposedChange', shown.proposed_change`,
  `'proposedChange', shown.proposed_change, 'cancellation', shown.cancellation`,
);
