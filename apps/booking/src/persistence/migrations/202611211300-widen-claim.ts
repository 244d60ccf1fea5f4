import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whatever takes time is a claim: beside bookings, holds and blocks also the buffers and the cleaning around a stay, what
 * is taken in imported calendars, and offers to those who wait.
 *
 * The main claim of a booking keeps the booking's own id. Further claims of it (its buffers, its other resources, the
 * time a proposed change would add) have ids of their own and name their booking; few bookings have any, so the index
 * that leads to them leaves the main claims out.
 */
export class WidenClaim202611211300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE claim
        DROP CONSTRAINT claim_kind_check,
        DROP CONSTRAINT claim_check,
        DROP CONSTRAINT claim_check1,
        ADD COLUMN holder_id uuid,
        ADD COLUMN calendar_id uuid,
        ADD COLUMN taken_at timestamptz NOT NULL DEFAULT now(),
        ADD CONSTRAINT claim_kind CHECK (kind IN ('booking', 'hold', 'block', 'buffer', 'cleaning', 'external', 'offer')),
        ADD CONSTRAINT claim_of_a_booking CHECK (booking_id IS NOT NULL OR kind <> 'booking'),
        ADD CONSTRAINT claim_for_a_stay CHECK (booking_id IS NULL OR kind IN ('booking', 'buffer', 'cleaning')),
        ADD CONSTRAINT claim_for_somebody CHECK (holder_id IS NULL OR kind IN ('hold', 'offer')),
        ADD CONSTRAINT claim_that_ends CHECK (expires_at IS NOT NULL OR kind NOT IN ('hold', 'offer')),
        ADD CONSTRAINT claim_of_a_calendar CHECK ((calendar_id IS NOT NULL) = (kind = 'external'))`);
    await runner.query(`CREATE INDEX claim_further ON claim (booking_id) WHERE booking_id <> id`);
    await runner.query(`CREATE INDEX claim_held ON claim (holder_id) WHERE holder_id IS NOT NULL`);
    await runner.query(`CREATE INDEX claim_of_calendar ON claim (calendar_id) WHERE calendar_id IS NOT NULL`);
    await runner.query(`DROP INDEX claim_hold_expiry`);
    await runner.query(`CREATE INDEX claim_expiry ON claim (expires_at) WHERE kind IN ('hold', 'offer')`);
    await runner.query(`COMMENT ON COLUMN claim.holder_id IS 'For whom a hold or an offer stands'`);
    await runner.query(`COMMENT ON COLUMN claim.calendar_id IS 'The imported calendar an external claim was read from'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM claim WHERE kind NOT IN ('booking', 'hold', 'block') OR booking_id <> id`);
    await runner.query(`DROP INDEX claim_further, claim_held, claim_of_calendar, claim_expiry`);
    await runner.query(`CREATE INDEX claim_hold_expiry ON claim (expires_at) WHERE kind = 'hold'`);
    await runner.query(`
      ALTER TABLE claim
        DROP CONSTRAINT claim_kind,
        DROP CONSTRAINT claim_of_a_booking,
        DROP CONSTRAINT claim_for_a_stay,
        DROP CONSTRAINT claim_for_somebody,
        DROP CONSTRAINT claim_that_ends,
        DROP CONSTRAINT claim_of_a_calendar,
        DROP COLUMN holder_id,
        DROP COLUMN calendar_id,
        DROP COLUMN taken_at,
        ADD CONSTRAINT claim_kind_check CHECK (kind IN ('booking', 'hold', 'block')),
        ADD CONSTRAINT claim_check CHECK ((kind = 'booking') = (booking_id IS NOT NULL)),
        ADD CONSTRAINT claim_check1 CHECK (booking_id = id)`);
  }
}
