import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/** How a booking moves on. Which steps there are is decided by the table of transitions in the domain, under the lock taken here. */
export class CreateTransitionFunctions202611211005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOCK_BOOKING);
    await runner.query(DUE_BOOKINGS);
    await runner.query(LOCK_DUE_BOOKINGS);
    await runner.query(MOVE_BOOKING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION move_booking(uuid, text, text, text, uuid, text, timestamptz);
      DROP FUNCTION lock_due_bookings(uuid[], timestamptz);
      DROP FUNCTION due_bookings(timestamptz, integer);
      DROP FUNCTION lock_booking(uuid)`);
  }
}

/** Locks a booking until the end of the transaction: its resource first, as everybody does. False where there is none. */
export const LOCK_BOOKING = `
  CREATE FUNCTION lock_booking(booking_id uuid) RETURNS boolean LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    PERFORM lock_resources(ARRAY(SELECT resource_id FROM booking WHERE id = booking_id));
    PERFORM 1 FROM booking WHERE id = booking_id FOR NO KEY UPDATE;
    RETURN FOUND;
  END $$`;

/** Bookings whose time has come, found without a lock. */
const DUE_BOOKINGS = `
  CREATE FUNCTION due_bookings(at timestamptz, at_most integer) RETURNS SETOF uuid LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    RETURN QUERY
      (SELECT id FROM booking WHERE status IN ('pending', 'invited') AND expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      (SELECT id FROM booking WHERE status = 'confirmed' AND kind <> 'room' AND starts_at <= at ORDER BY starts_at LIMIT at_most)
      UNION ALL
      (SELECT id FROM booking WHERE status = 'in_progress' AND kind <> 'room' AND ends_at <= at ORDER BY ends_at LIMIT at_most);
  END $$`;

/**
 * Locks those of the given bookings whose time has come, and says which. Resources that somebody else is busy with are
 * left for the next time (SKIP LOCKED), so replicas share the work and none waits for another. The bookings are looked
 * at again once their resource is locked: somebody may have answered in between.
 */
export const LOCK_DUE_BOOKINGS = `
  CREATE FUNCTION lock_due_bookings(due_ids uuid[], at timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    resource_ids uuid[];
  BEGIN
    resource_ids := ARRAY(
      SELECT id FROM resource WHERE id IN (SELECT resource_id FROM booking WHERE booking.id = ANY (due_ids))
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED);
    RETURN QUERY
      SELECT id FROM booking
      WHERE id = ANY (due_ids) AND resource_id = ANY (resource_ids)
        AND ((status IN ('pending', 'invited') AND expires_at <= at)
          OR (status = 'confirmed' AND starts_at <= at)
          OR (status = 'in_progress' AND ends_at <= at))
      ORDER BY id FOR NO KEY UPDATE;
  END $$`;

/**
 * Writes one step of a booking whose lock is held, and its row of history. 'keep' makes its claim last, and takes one
 * where it has none; 'release' gives it back. False where places had to be taken and are not free: then nothing is written.
 */
export const MOVE_BOOKING = `
  CREATE FUNCTION move_booking(moved_id uuid, step text, next_status text, claim_effect text, actor uuid, why text, at timestamptz)
  RETURNS boolean LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    moved booking;
  BEGIN
    SELECT * INTO STRICT moved FROM booking WHERE id = moved_id;
    IF claim_effect = 'release' THEN
      PERFORM release_claim(moved_id, moved.resource_id, at);
    ELSE
      UPDATE claim SET expires_at = NULL WHERE id = moved_id AND (expires_at IS NULL OR expires_at > at);
      IF NOT FOUND THEN
        DELETE FROM claim WHERE id = moved_id;
        IF NOT take_claim(moved_id, moved.resource_id, tstzrange(moved.starts_at, moved.ends_at), moved.quantity, 'booking', NULL, at) THEN
          RETURN false;
        END IF;
      END IF;
    END IF;
    UPDATE booking
    SET status = next_status, reason = coalesce(why, reason), last_action = step, last_actor_id = actor, updated_at = at, expires_at = NULL, version = version + 1
    WHERE id = moved_id;
    INSERT INTO booking_transition (booking_id, version, action, from_status, to_status, actor_id, reason, at)
    VALUES (moved_id, moved.version + 1, step, moved.status, next_status, actor, why, at);
    RETURN true;
  END $$`;
