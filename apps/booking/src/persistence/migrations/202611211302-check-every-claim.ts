import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The main claim of a booking has just its time; whatever else names a booking must not outlive it either. */
export class CheckEveryClaim202611211302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIM_WITHOUT_BOOKING('claim.booking_id IS NOT NULL'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIM_WITHOUT_BOOKING(`claim.kind = 'booking'`));
  }
}

const CLAIM_WITHOUT_BOOKING = (isOfABooking: string): string => `
  CREATE OR REPLACE VIEW claim_without_booking AS
    SELECT claim.id, booking.status FROM claim LEFT JOIN booking ON booking.id = claim.booking_id
    WHERE ${isOfABooking} AND (booking.id IS NULL
      OR booking.status NOT IN ('pending', 'invited', 'confirmed', 'in_progress') OR (booking.status = 'pending' AND booking.kind = 'event'))`;
