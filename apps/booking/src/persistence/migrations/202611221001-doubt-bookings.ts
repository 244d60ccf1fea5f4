import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BOOKING_VIEW_WITH_CANCELLATION } from './202611211400-keep-cancellation';

/**
 * A booking says itself whether its guest is in doubt, and why. What moves an event marks the time of its guests, and of its host
 * elsewhere, behind other locks than those of their bookings; each booking takes its mark over in a step of its own, with
 * its history and its event.
 */
export class DoubtBookings202611221001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE booking ADD COLUMN doubt text CHECK (doubt IN ('moved', 'hosting'))`);
    await runner.query('CREATE INDEX booking_in_doubt ON booking (id) WHERE doubt IS NOT NULL');
    await runner.query(`COMMENT ON COLUMN booking.doubt IS 'Why the guest is asked again: the event was moved onto other plans of theirs, or they host one at its time'`);
    await runner.query('CREATE INDEX personal_time_in_doubt ON personal_time (booking_id) WHERE is_in_doubt');
    await runner.query('DROP FUNCTION booking_view(booking)');
    await runner.query(BOOKING_VIEW_WITH_DOUBT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION booking_view(booking)');
    await runner.query(BOOKING_VIEW_WITH_CANCELLATION);
    await runner.query('DROP INDEX personal_time_in_doubt, booking_in_doubt');
    await runner.query('ALTER TABLE booking DROP COLUMN doubt');
  }
}

/** As before, and what the guest may do about a doubt. */
const BOOKING_VIEW_WITH_DOUBT = BOOKING_VIEW_WITH_CANCELLATION.replace(
  `'cancellation', shown.cancellation`,
  `'cancellation', shown.cancellation,
      'inDoubt', CASE WHEN shown.doubt IS NOT NULL AND shown.status = 'confirmed' THEN true END,
      'doubtAnswers', CASE WHEN shown.doubt IS NOT NULL AND shown.status = 'confirmed' THEN json_build_array('reconfirm', 'cancel') END`,
);
