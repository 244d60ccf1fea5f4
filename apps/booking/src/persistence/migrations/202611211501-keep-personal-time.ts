import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * Nobody is in two places: the time of events that somebody goes to. It follows the status of their bookings by itself,
 * whichever function moves them; for whatever is no event nothing is done at all.
 *
 * A look before each step says no in time (clash_of), behind a lock of the person; the constraint stands behind it and
 * cannot be passed by any SQL. What an organiser has moved onto other plans of a guest is kept and marked as in doubt.
 */
export class KeepPersonalTime202611211501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_time (
        booking_id uuid PRIMARY KEY REFERENCES booking,
        user_id uuid NOT NULL,
        resource_id uuid NOT NULL REFERENCES resource,
        during tstzrange NOT NULL,
        is_in_doubt boolean NOT NULL DEFAULT false,
        CONSTRAINT nobody_is_in_two_places EXCLUDE USING gist (user_id WITH =, during WITH &&) WHERE (NOT is_in_doubt)
      )`);
    await runner.query(`CREATE INDEX personal_time_person ON personal_time USING gist (user_id, during)`);
    await runner.query(`CREATE INDEX personal_time_resource ON personal_time (resource_id)`);
    await runner.query(`COMMENT ON COLUMN personal_time.is_in_doubt IS 'The event was moved onto other plans of this guest: the booking stands, and waits for them to decide'`);
    await runner.query(LOCK_PEOPLE);
    await runner.query(CLASH_OF);
    await runner.query(PERSONAL_TIME_OF);
    await runner.query(KEEP_PERSONAL_TIME);
    await runner.query(`
      CREATE TRIGGER booking_takes_personal_time AFTER INSERT OR UPDATE OF status ON booking FOR EACH ROW
        WHEN (NEW.kind = 'event') EXECUTE FUNCTION keep_personal_time()`);
    await runner.query(FOLLOW_EVENT);
    await runner.query(`
      CREATE TRIGGER event_moves_its_guests AFTER INSERT OR UPDATE OF session_from, session_to, is_offered ON resource FOR EACH ROW
        WHEN (NEW.kind = 'event') EXECUTE FUNCTION follow_event()`);
    await runner.query(`
      INSERT INTO personal_time
      SELECT id, renter_id, resource_id, personal_time_of(booking), EXISTS (
        SELECT FROM booking AS earlier
        WHERE earlier.renter_id = booking.renter_id AND earlier.id < booking.id AND earlier.kind = 'event' AND earlier.status IN ('confirmed', 'in_progress')
          AND personal_time_of(earlier) && personal_time_of(booking))
      FROM booking WHERE kind = 'event' AND status IN ('confirmed', 'in_progress')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER event_moves_its_guests ON resource;
      DROP FUNCTION follow_event();
      DROP TRIGGER booking_takes_personal_time ON booking;
      DROP FUNCTION keep_personal_time();
      DROP FUNCTION personal_time_of(booking);
      DROP FUNCTION clash_of(uuid, tstzrange, uuid);
      DROP FUNCTION lock_people(uuid[]);
      DROP TABLE personal_time`);
  }
}

/** Decides about one person at a time, until the end of the transaction; always after the locks of resources. */
const LOCK_PEOPLE = `
  CREATE FUNCTION lock_people(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(key)
    FROM (SELECT DISTINCT hashtextextended('schedule of ' || id, 0) AS key FROM unnest(ids) AS id ORDER BY key) AS person;
  END $$`;

/** The event at that time which somebody goes to or hosts, other than the one that is asked for; nothing where they are free. */
const CLASH_OF = `
  CREATE FUNCTION clash_of(person uuid, wanted tstzrange, asked_resource_id uuid) RETURNS uuid LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    RETURN (
      SELECT resource_id FROM personal_time WHERE user_id = person AND during && wanted AND resource_id <> asked_resource_id
      UNION ALL
      SELECT id FROM resource
      WHERE owner_id = person AND kind = 'event' AND is_offered AND NOT is_closed AND id <> asked_resource_id
        AND tstzrange(session_from, session_to) && wanted
      LIMIT 1);
  END $$`;

/** When a guest is at an event: at its present time, which is not that of the booking where it was moved since. */
const PERSONAL_TIME_OF = `
  CREATE FUNCTION personal_time_of(attended booking) RETURNS tstzrange LANGUAGE sql STABLE AS $$
    SELECT tstzrange(coalesce(session_from, attended.starts_at), coalesce(session_to, attended.ends_at)) FROM resource WHERE id = attended.resource_id
  $$`;

const KEEP_PERSONAL_TIME = `
  CREATE FUNCTION keep_personal_time() RETURNS trigger LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    IF NEW.status IN ('confirmed', 'in_progress') THEN
      INSERT INTO personal_time VALUES (NEW.id, NEW.renter_id, NEW.resource_id, personal_time_of(NEW)) ON CONFLICT (booking_id) DO NOTHING;
    ELSE
      DELETE FROM personal_time WHERE booking_id = NEW.id;
    END IF;
    RETURN NULL;
  END $$`;

/**
 * The guests of an event follow it when it is moved. Where they, or its host, have other plans for its new time, their
 * bookings are kept and marked as in doubt; whose doubts are over by the move is sure again.
 */
const FOLLOW_EVENT = `
  CREATE FUNCTION follow_event() RETURNS trigger LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    session tstzrange := tstzrange(NEW.session_from, NEW.session_to);
  BEGIN
    PERFORM lock_people(NEW.owner_id || ARRAY(SELECT user_id FROM personal_time WHERE resource_id = NEW.id));
    UPDATE personal_time SET during = session, is_in_doubt = clash_of(user_id, session, NEW.id) IS NOT NULL
    WHERE resource_id = NEW.id AND during <> session;
    IF NEW.is_offered THEN
      UPDATE personal_time SET is_in_doubt = true WHERE user_id = NEW.owner_id AND during && session AND NOT is_in_doubt;
    END IF;
    RETURN NULL;
  END $$`;
