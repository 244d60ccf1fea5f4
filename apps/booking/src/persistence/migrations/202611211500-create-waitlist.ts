import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * Who waits for a time that is taken, and which resources have something to settle with them.
 *
 * The claim of an offer has the entry's own id, so that an entry cannot have two. Entries, their offers and the marks
 * of freed resources are all written behind the lock of the resource.
 */
export class CreateWaitlist202611211500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE waitlist_entry (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resource,
        renter_id uuid NOT NULL,
        turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        stay_from text NOT NULL,
        stay_to text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (starts_at < ends_at),
        quantity integer NOT NULL CHECK (quantity > 0),
        bookable_until timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('waiting', 'offered', 'taken', 'passed', 'lapsed', 'withdrawn')),
        offer_expires_at timestamptz,
        booking_id uuid REFERENCES booking,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT offer_that_ends CHECK (offer_expires_at IS NOT NULL OR status IN ('waiting', 'lapsed', 'withdrawn')),
        CONSTRAINT taken_is_booked CHECK ((status = 'taken') = (booking_id IS NOT NULL))
      )`);
    await runner.query(`COMMENT ON COLUMN waitlist_entry.turn IS 'The order in line; given out behind the lock of the resource'`);
    await runner.query(`COMMENT ON COLUMN waitlist_entry.bookable_until IS 'From this moment on it is too late to book what is waited for'`);
    await runner.query(`CREATE UNIQUE INDEX waitlist_line ON waitlist_entry (resource_id, turn) WHERE status IN ('waiting', 'offered')`);
    await runner.query(`CREATE INDEX waitlist_renter ON waitlist_entry (renter_id, id)`);
    await runner.query(`CREATE INDEX waitlist_offer_expiry ON waitlist_entry (offer_expires_at) WHERE status = 'offered'`);
    await runner.query(`CREATE INDEX waitlist_too_late ON waitlist_entry (bookable_until) WHERE status = 'waiting'`);
    await runner.query(`
      CREATE TABLE waitlist_mark (
        resource_id uuid PRIMARY KEY REFERENCES resource,
        marked_at timestamptz NOT NULL
      )`);
    await runner.query(`COMMENT ON TABLE waitlist_mark IS 'Resources of which something may have become free for those who wait'`);
    await runner.query(`ALTER TABLE resource ADD COLUMN is_waited_for boolean NOT NULL DEFAULT false`);
    await runner.query(`COMMENT ON COLUMN resource.is_waited_for IS 'Whether somebody may stand in line: then what frees is theirs first'`);
    await runner.query(MARK_WAITLIST);
    await runner.query(MARK_BY_CLAIM);
    await runner.query(MARK_BY_RESOURCE);
    for (const trigger of TRIGGERS) await runner.query(trigger);
    await runner.query(LOCK_WAITLIST_TO_SETTLE);
    await runner.query(WAITLIST_VIEW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER claim_released ON claim;
      DROP TRIGGER claim_shortened ON claim;
      DROP TRIGGER resource_widened ON resource;
      DROP FUNCTION waitlist_view(waitlist_entry);
      DROP FUNCTION lock_waitlist_to_settle(timestamptz, uuid[]);
      DROP FUNCTION mark_by_resource();
      DROP FUNCTION mark_by_claim();
      DROP FUNCTION mark_waitlist(uuid);
      ALTER TABLE resource DROP COLUMN is_waited_for;
      DROP TABLE waitlist_mark, waitlist_entry`);
    await runner.query(`DELETE FROM claim WHERE kind = 'offer'`);
  }
}

/** Marks a resource for whom somebody waits. The caller holds the lock of the resource, so no mark is missed or lost. */
const MARK_WAITLIST = `
  CREATE FUNCTION mark_waitlist(freed_resource_id uuid) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    INSERT INTO waitlist_mark
    SELECT freed_resource_id, now()
    WHERE EXISTS (SELECT FROM waitlist_entry WHERE resource_id = freed_resource_id AND status IN ('waiting', 'offered'))
    ON CONFLICT DO NOTHING;
  END $$`;

const MARK_BY_CLAIM = `
  CREATE FUNCTION mark_by_claim() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM mark_waitlist(OLD.resource_id);
    RETURN NULL;
  END $$`;

const MARK_BY_RESOURCE = `
  CREATE FUNCTION mark_by_resource() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM mark_waitlist(NEW.id);
    RETURN NULL;
  END $$`;

/** Whatever gives time or places back, by whatever statement. Taking them fires nothing, so booking costs what it did. */
const TRIGGERS = [
  `CREATE TRIGGER claim_released AFTER DELETE ON claim FOR EACH ROW EXECUTE FUNCTION mark_by_claim()`,
  `CREATE TRIGGER claim_shortened AFTER UPDATE OF during, quantity ON claim FOR EACH ROW
     WHEN (NOT OLD.during <@ NEW.during OR OLD.quantity > NEW.quantity) EXECUTE FUNCTION mark_by_claim()`,
  `CREATE TRIGGER resource_widened AFTER UPDATE OF capacity, rules, unit, time_zone, session_from, session_to, is_offered, is_closed ON resource FOR EACH ROW
     WHEN ((OLD.capacity, OLD.rules, OLD.unit, OLD.time_zone, OLD.session_from, OLD.session_to, OLD.is_offered, OLD.is_closed)
       IS DISTINCT FROM (NEW.capacity, NEW.rules, NEW.unit, NEW.time_zone, NEW.session_from, NEW.session_to, NEW.is_offered, NEW.is_closed))
     EXECUTE FUNCTION mark_by_resource()`,
];

/**
 * Locks one resource that has something to settle with those who wait, and says which; nothing where there is none.
 * What somebody else is busy with is left to them (SKIP LOCKED), so replicas share the work.
 */
const LOCK_WAITLIST_TO_SETTLE = `
  CREATE FUNCTION lock_waitlist_to_settle(at timestamptz, passed_over uuid[]) RETURNS uuid LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    RETURN (
      SELECT id FROM resource
      WHERE id IN (
        SELECT resource_id FROM waitlist_mark
        UNION SELECT resource_id FROM waitlist_entry WHERE status = 'offered' AND offer_expires_at <= at
        UNION SELECT resource_id FROM waitlist_entry WHERE status = 'waiting' AND bookable_until <= at)
        AND id <> ALL (passed_over)
      LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED);
  END $$`;

/** An entry as its renter and the owner see it. */
const WAITLIST_VIEW = `
  CREATE FUNCTION waitlist_view(shown waitlist_entry) RETURNS json LANGUAGE sql STABLE AS $$
    SELECT json_strip_nulls(json_build_object(
      'id', shown.id, 'listingId', shown.resource_id, 'renterId', shown.renter_id, 'from', shown.stay_from, 'to', shown.stay_to, 'quantity', shown.quantity,
      'position', CASE WHEN shown.status IN ('waiting', 'offered') THEN (
        SELECT count(*) FROM waitlist_entry AS ahead
        WHERE ahead.resource_id = shown.resource_id AND ahead.turn <= shown.turn AND ahead.status IN ('waiting', 'offered')
          AND ahead.starts_at < shown.ends_at AND shown.starts_at < ahead.ends_at) END,
      'status', shown.status, 'offer', CASE WHEN shown.status = 'offered' THEN json_build_object('expiresAt', instant_text(shown.offer_expires_at)) END,
      'bookingId', shown.booking_id, 'createdAt', instant_text(shown.created_at)))
  $$`;
