import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PLACE_BOOKINGS } from './202611211004-create-place-bookings';
import { BY_INDEX } from './by-index';

/**
 * Placing a booking may swap a hold or an offer of the renter for the claim of the booking, and may take further claims
 * with it: buffers, and the other resources it needs. All or nothing, within the one statement, so nobody slips in between.
 *
 * Beside the outcomes there were: `hold-ended`, where the hold does not stand any more, or is not this renter's, or not
 * of this resource. Requests with neither hold nor further claims take the way they took before.
 */
export class PlaceBookingsFromHolds202611211304 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAKE_FURTHER_CLAIMS);
    await runner.query(SETTLE_SWAPS);
    await runner.query(PLACE_BOOKINGS_WITH_HOLDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION place_bookings(json, uuid[], timestamptz)');
    await runner.query(PLACE_BOOKINGS);
    await runner.query('DROP FUNCTION settle_swaps(uuid[], json, claim[], timestamptz); DROP FUNCTION take_further_claims(uuid, json, timestamptz, timestamptz)');
  }
}

/**
 * Takes what a booking needs beside its main claim, of resources whose locks are held: `placed`, or why it cannot be, and
 * then nothing is taken.
 */
const TAKE_FURTHER_CLAIMS = `
  CREATE FUNCTION take_further_claims(for_booking_id uuid, further json, ends_itself_at timestamptz, at timestamptz)
  RETURNS text LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    wanted record;
    refusal text;
  BEGIN
    FOR wanted IN
      SELECT one.*, tstzrange(one.starts_at, one.ends_at) AS during, resource.capacity, resource.revision AS present_revision
      FROM json_to_recordset(further) AS one (id uuid, resource_id uuid, revision bigint, starts_at timestamptz, ends_at timestamptz, quantity integer, kind text)
      LEFT JOIN resource ON resource.id = one.resource_id
      ORDER BY one.resource_id, one.starts_at
    LOOP
      IF wanted.revision IS DISTINCT FROM wanted.present_revision THEN
        refusal := 'stale';
      ELSIF free_places(wanted.resource_id, wanted.capacity, wanted.during, at) < wanted.quantity THEN
        refusal := 'slot-taken';
      ELSE
        INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, booking_id, expires_at, taken_at)
        VALUES (wanted.id, wanted.resource_id, CASE WHEN wanted.capacity = 1 THEN wanted.resource_id END, wanted.during,
                wanted.quantity, wanted.capacity, wanted.kind, for_booking_id, ends_itself_at, at);
        INSERT INTO availability_change VALUES (wanted.resource_id, at) ON CONFLICT DO NOTHING;
      END IF;
      IF refusal IS NOT NULL THEN
        DELETE FROM claim WHERE booking_id = for_booking_id AND booking_id <> id;
        RETURN refusal;
      END IF;
    END LOOP;
    RETURN 'placed';
  END $$`;

/**
 * Closes a batch: bookings that are not written after all give back every claim they took, and their renters keep the
 * holds they came with, unless somebody of the same batch has got that time; all other holds are past.
 */
const SETTLE_SWAPS = `
  CREATE FUNCTION settle_swaps(unwritten uuid[], requests json, swapped claim[], at timestamptz) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    kept_hold_ids uuid[] := ARRAY(SELECT hold_id FROM json_to_recordset(requests) AS request (id uuid, hold_id uuid) WHERE request.id = ANY (unwritten));
    held claim;
  BEGIN
    DELETE FROM claim WHERE id = ANY (unwritten);
    DELETE FROM claim WHERE booking_id = ANY (unwritten) AND booking_id <> id;
    FOREACH held IN ARRAY swapped LOOP
      IF held.id = ANY (kept_hold_ids) AND free_places(held.resource_id, held.capacity, held.during, at) >= held.quantity THEN
        INSERT INTO claim SELECT held.*;
      ELSE
        INSERT INTO past_claim (id, resource_id, during, quantity, kind, holder_id, expires_at, taken_at, released_at)
        VALUES (held.id, held.resource_id, held.during, held.quantity, held.kind, held.holder_id, held.expires_at, held.taken_at, at);
      END IF;
    END LOOP;
  END $$`;

const PLACE_BOOKINGS_WITH_HOLDS = `
  CREATE OR REPLACE FUNCTION place_bookings(requests json, resource_ids uuid[], at timestamptz)
  RETURNS TABLE (ordinal integer, outcome text, answer text) LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    asked record;
    held claim;
    swapped claim[] := '{}';
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
        quantity integer, takes_places boolean, expires_at timestamptz, hold_id uuid, further json, caller text, command_topic text, key text, body_hash text)
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
        held := NULL;
        IF asked.hold_id IS NOT NULL THEN
          DELETE FROM claim
          WHERE claim.id = asked.hold_id AND claim.kind IN ('hold', 'offer') AND claim.resource_id = asked.resource_id
            AND claim.holder_id = asked.renter_id AND claim.expires_at > at
          RETURNING claim.* INTO held;
          outcome := CASE WHEN FOUND THEN 'placed' ELSE 'hold-ended' END;
          seen := NULL;
        END IF;
        IF outcome = 'placed' AND asked.takes_places THEN
          IF (asked.resource_id, asked.during) IS DISTINCT FROM (seen_resource_id, seen) THEN
            free := free_places(asked.resource_id, asked.capacity, asked.during, at);
            seen_resource_id := asked.resource_id;
            seen := asked.during;
          END IF;
          IF free >= asked.quantity THEN
            free := free - asked.quantity;
            INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, booking_id, expires_at, taken_at)
            VALUES (asked.id, asked.resource_id, CASE WHEN asked.capacity = 1 THEN asked.resource_id END, asked.during,
                    asked.quantity, asked.capacity, 'booking', asked.id, asked.expires_at, at);
            IF asked.further IS NOT NULL THEN
              outcome := take_further_claims(asked.id, asked.further, asked.expires_at, at);
              seen := NULL;
              IF outcome <> 'placed' THEN
                DELETE FROM claim WHERE claim.id = asked.id;
              END IF;
            END IF;
          ELSE
            outcome := 'slot-taken';
          END IF;
        END IF;
        IF held.id IS NOT NULL AND outcome <> 'placed' THEN
          INSERT INTO claim SELECT held.*;
          seen := NULL;
        ELSIF held.id IS NOT NULL THEN
          swapped := swapped || held;
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
      IF cardinality(written) < cardinality(placed) OR cardinality(swapped) > 0 THEN
        PERFORM settle_swaps(ARRAY(
          SELECT request.id FROM json_to_recordset(requests) AS request (ordinal integer, id uuid)
          WHERE request.ordinal = ANY (placed) AND request.ordinal <> ALL (written)), requests, swapped, at);
      END IF;
      RETURN QUERY SELECT done, CASE WHEN done = ANY (written) THEN 'placed' ELSE 'retry' END, NULL::text FROM unnest(placed) AS done;
    END IF;
  END $$`;
