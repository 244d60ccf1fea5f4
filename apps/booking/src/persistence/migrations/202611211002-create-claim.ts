import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A claim is a stretch of a resource's time and a number of its places that are taken, by whatever.
 *
 * Where a resource has one place, its claims name it as their unit (unit_id = resource_id), and the exclusion
 * constraint makes two claims of one unit at one moment impossible, whatever SQL is written by hand. Resources with
 * several places keep their sum behind the lock of the resource (take_claim); a room pinned to a booking will be a unit too.
 *
 * The claim of a booking has the booking's own id, so no further index leads from one to the other. No foreign key
 * stands between them either: a claim comes before its booking within the one function that writes both, bookings are
 * never deleted, and the view claim_without_booking looks for what must not be.
 */
export class CreateClaim202611211002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE claim (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resource,
        unit_id uuid,
        during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
        quantity integer NOT NULL CHECK (quantity > 0),
        capacity integer NOT NULL CHECK (capacity > 0),
        kind text NOT NULL CHECK (kind IN ('booking', 'hold', 'block')),
        booking_id uuid,
        expires_at timestamptz,
        note text,
        CHECK ((kind = 'booking') = (booking_id IS NOT NULL)),
        CHECK (booking_id = id),
        CONSTRAINT claim_unit_is_taken_once EXCLUDE USING gist (unit_id WITH =, during WITH &&) WHERE (unit_id IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX claim_pooled ON claim USING gist (resource_id, during) WHERE unit_id IS DISTINCT FROM resource_id`);
    await runner.query(`CREATE INDEX claim_hold_expiry ON claim (expires_at) WHERE kind = 'hold'`);
    await runner.query(`COMMENT ON COLUMN claim.capacity IS 'How many places the resource had when this was taken: an owner may lower it later'`);
    await runner.query(`COMMENT ON COLUMN claim.expires_at IS 'From this moment on the claim counts for nothing; whoever finds it in the way takes it away'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE claim');
  }
}
