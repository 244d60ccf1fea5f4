import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * Places many bookings in one round trip and one commit, each with its own outcome.
 *
 * What it locks, and in which order: the resources asked for, by id; then the idempotency keys of those who got
 * their time, sorted. Everything a decision depends on is read after the locks were taken.
 *
 * Outcomes: `placed`; `again` with the first answer, where this command was carried out before; `key-reused`, where
 * it was another one; `stale`, where the resource has changed since the request was checked and priced, so that both
 * must be done anew; `already-requested`; `slot-taken`; `retry`, where the same key is taken at this very moment for
 * another resource. A refused request writes nothing at all, not even its key.
 *
 * Requests for the same time of the same resource are neighbours in the loop, so the look is done once for all of
 * them and the places counted down: thousands that race for the last seats cost one sweep a batch.
 *
 * A batch has at most one request of a renter for a resource, and at most one with a given key: what one request
 * of the batch has done is not visible to the checks of the next one, but for the claims.
 */
export class CreatePlaceBookings202611211004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WRITE_PLACED_BOOKINGS);
    await runner.query(PLACE_BOOKINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION place_bookings(json, uuid[], timestamptz); DROP FUNCTION write_placed_bookings(json, integer[], timestamptz)');
  }
}

/**
 * Writes everything that follows from having got one's time, for a whole batch in one statement: key and answer,
 * booking, history, event, and the mark that availability has changed. Says whom it wrote; missing are those whose
 * key somebody else has taken since it was looked for.
 */
export const WRITE_PLACED_BOOKINGS = `
  CREATE FUNCTION write_placed_bookings(requests json, placed integer[], at timestamptz) RETURNS integer[] LANGUAGE plpgsql AS $$
  DECLARE
    written integer[];
  BEGIN
    WITH request AS MATERIALIZED (
      SELECT * FROM json_to_recordset(requests) AS request (
        ordinal integer, id uuid, resource_id uuid, kind text, renter_id uuid, owner_id uuid, stay_from text, stay_to text,
        starts_at timestamptz, ends_at timestamptz, quantity integer, total_amount bigint, currency text, quote json, options json, message text,
        status text, action text, actor_id uuid, created_at timestamptz, expires_at timestamptz, takes_places boolean,
        caller text, command_topic text, key text, body_hash text, answer text,
        message_id uuid, topic text, aggregate_id text, occurred_at timestamptz, request_id text, causation_id text, actor json, traceparent text, payload text)
      WHERE ordinal = ANY (placed)
    ), taken_key AS (
      INSERT INTO idempotency AS kept (caller, topic, key, body_hash, answer, answered_in_bytes)
      SELECT caller, command_topic, key, decode(body_hash, 'hex'), answer, true FROM request WHERE key IS NOT NULL ORDER BY caller, command_topic, key
      ON CONFLICT DO NOTHING RETURNING kept.caller, kept.key
    ), mine AS MATERIALIZED (
      SELECT * FROM request WHERE key IS NULL OR (caller, key) IN (SELECT taken_key.caller, taken_key.key FROM taken_key)
    ), written_booking AS (
      INSERT INTO booking (id, resource_id, kind, renter_id, owner_id, stay_from, stay_to, starts_at, ends_at, quantity, total_amount, currency,
                           quote, options, message, status, last_action, last_actor_id, created_at, updated_at, expires_at)
      SELECT id, resource_id, kind, renter_id, owner_id, stay_from, stay_to, starts_at, ends_at, quantity, total_amount, currency,
             quote, options, message, status, action, actor_id, created_at, created_at, expires_at
      FROM mine
    ), written_transition AS (
      INSERT INTO booking_transition (booking_id, version, action, to_status, actor_id, at)
      SELECT id, 1, action, status, actor_id, created_at FROM mine
    ), written_fact AS (
      INSERT INTO outbox (message_id, topic, aggregate_id, occurred_at, request_id, causation_id, actor, traceparent, payload)
      SELECT message_id, topic, aggregate_id, occurred_at, request_id, causation_id, actor, traceparent, payload FROM mine
    ), written_change AS (
      INSERT INTO availability_change SELECT DISTINCT resource_id, at FROM mine WHERE takes_places ON CONFLICT DO NOTHING
    )
    SELECT coalesce(array_agg(ordinal), '{}') INTO written FROM mine;
    RETURN written;
  END $$`;

export const PLACE_BOOKINGS = `
  CREATE FUNCTION place_bookings(requests json, resource_ids uuid[], at timestamptz)
  RETURNS TABLE (ordinal integer, outcome text, answer text) LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    asked record;
    seen_resource_id uuid;
    seen tstzrange;
    free integer;
    placed integer[] := '{}';
    written integer[];
  BEGIN
    PERFORM lock_resources(resource_ids);
    FOR asked IN
      SELECT request.*, tstzrange(request.starts_at, request.ends_at) AS during,
             resource.revision AS present_revision, resource.capacity, kept.body_hash AS kept_hash, kept.answer AS kept_answer
      FROM json_to_recordset(requests) AS request (
        ordinal integer, id uuid, resource_id uuid, revision bigint, renter_id uuid, kind text, starts_at timestamptz, ends_at timestamptz,
        quantity integer, takes_places boolean, expires_at timestamptz, caller text, command_topic text, key text, body_hash text)
      LEFT JOIN resource ON resource.id = request.resource_id
      LEFT JOIN idempotency AS kept ON kept.caller = request.caller AND kept.topic = request.command_topic AND kept.key = request.key
      ORDER BY request.resource_id, request.starts_at, request.ends_at, request.ordinal
    LOOP
      ordinal := asked.ordinal;
      answer := NULL;
      IF asked.kept_hash IS NOT NULL THEN
        outcome := CASE WHEN asked.kept_hash = decode(asked.body_hash, 'hex') THEN 'again' ELSE 'key-reused' END;
        answer := CASE WHEN outcome = 'again' THEN asked.kept_answer END;
      ELSIF asked.present_revision IS DISTINCT FROM asked.revision THEN
        outcome := 'stale';
      ELSIF EXISTS (
        SELECT FROM booking
        WHERE booking.resource_id = asked.resource_id AND booking.renter_id = asked.renter_id
          AND booking.status IN ('pending', 'invited', 'confirmed', 'in_progress')
          AND (asked.kind = 'event' OR (booking.starts_at < asked.ends_at AND asked.starts_at < booking.ends_at))
          AND (booking.status IN ('confirmed', 'in_progress') OR booking.expires_at > at)
      ) THEN
        outcome := 'already-requested';
      ELSE
        outcome := 'placed';
        IF asked.takes_places THEN
          IF (asked.resource_id, asked.during) IS DISTINCT FROM (seen_resource_id, seen) THEN
            free := free_places(asked.resource_id, asked.capacity, asked.during, at);
            seen_resource_id := asked.resource_id;
            seen := asked.during;
          END IF;
          IF free >= asked.quantity THEN
            free := free - asked.quantity;
            INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, booking_id, expires_at)
            VALUES (asked.id, asked.resource_id, CASE WHEN asked.capacity = 1 THEN asked.resource_id END, asked.during,
                    asked.quantity, asked.capacity, 'booking', asked.id, asked.expires_at);
          ELSE
            outcome := 'slot-taken';
          END IF;
        END IF;
      END IF;
      IF outcome = 'placed' THEN
        placed := placed || asked.ordinal;
      ELSE
        RETURN NEXT;
      END IF;
    END LOOP;

    IF cardinality(placed) > 0 THEN
      written := write_placed_bookings(requests, placed, at);
      IF cardinality(written) < cardinality(placed) THEN
        DELETE FROM claim USING json_to_recordset(requests) AS request (ordinal integer, id uuid)
        WHERE claim.id = request.id AND request.ordinal = ANY (placed) AND request.ordinal <> ALL (written);
      END IF;
      RETURN QUERY SELECT done, CASE WHEN done = ANY (written) THEN 'placed' ELSE 'retry' END, NULL::text FROM unnest(placed) AS done;
    END IF;
  END $$`;
