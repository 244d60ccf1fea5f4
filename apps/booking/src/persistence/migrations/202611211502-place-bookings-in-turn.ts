import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * Places bookings where other people have to be minded: those who stand in line for the resource, and whoever asks for
 * an event and has other plans. A batch in which nobody has to be minded goes to `place_bookings` and pays nothing.
 *
 * Locks as that function does, but for the people, who come between the resources and the keys; nobody who holds a key
 * or a booking waits for a person without the lock of the resource.
 *
 * Beside its outcomes there are: `others-first`, where something has become free that whoever waits has not been offered
 * yet, and there would be enough of it; and `schedule-clash`, with the other event as its answer.
 */
export class PlaceBookingsInTurn202611211502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLACE_BOOKINGS_IN_TURN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION place_bookings_in_turn(json, uuid[], timestamptz)');
  }
}

/** A request that was carried out before, or was checked against what is not so any more, is left to `place_bookings` to answer. */
export const PLACE_BOOKINGS_IN_TURN = `
  CREATE FUNCTION place_bookings_in_turn(requests json, resource_ids uuid[], at timestamptz)
  RETURNS TABLE (ordinal integer, outcome text, answer text) LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    asked record;
    refused integer[] := '{}';
    placed integer[] := '{}';
    allowed json;
  BEGIN
    PERFORM lock_resources(resource_ids);
    PERFORM lock_people(ARRAY(
      SELECT renter_id FROM json_to_recordset(requests) AS request (renter_id uuid, kind text, action text) WHERE kind = 'event' AND action = 'request'));
    FOR asked IN
      SELECT request.ordinal, clash.resource_id AS clash,
        CASE WHEN mark.resource_id IS NULL OR request.hold_id IS NOT NULL OR NOT request.takes_places THEN false
             ELSE free_places(request.resource_id, resource.capacity, tstzrange(request.starts_at, request.ends_at), at) >= request.quantity
        END AS others_first
      FROM json_to_recordset(requests) AS request (
        ordinal integer, resource_id uuid, revision bigint, renter_id uuid, kind text, action text, starts_at timestamptz, ends_at timestamptz,
        quantity integer, takes_places boolean, hold_id uuid, caller text, command_topic text, key text)
      JOIN resource ON resource.id = request.resource_id AND resource.revision = request.revision
      LEFT JOIN waitlist_mark AS mark ON mark.resource_id = request.resource_id
      LEFT JOIN LATERAL (
        SELECT clash_of(request.renter_id, tstzrange(request.starts_at, request.ends_at), request.resource_id) AS resource_id
        WHERE request.kind = 'event' AND request.action = 'request') AS clash ON true
      WHERE request.action = 'request'
        AND NOT EXISTS (SELECT FROM idempotency AS kept WHERE kept.caller = request.caller AND kept.topic = request.command_topic AND kept.key = request.key)
    LOOP
      CONTINUE WHEN NOT asked.others_first AND asked.clash IS NULL;
      refused := refused || asked.ordinal;
      RETURN QUERY SELECT asked.ordinal, CASE WHEN asked.others_first THEN 'others-first' ELSE 'schedule-clash' END, asked.clash::text;
    END LOOP;

    SELECT json_agg(request) INTO allowed FROM json_array_elements(requests) AS request WHERE (request ->> 'ordinal')::integer <> ALL (refused);
    FOR ordinal, outcome, answer IN SELECT * FROM place_bookings(allowed, resource_ids, at) LOOP
      IF outcome = 'placed' THEN
        placed := placed || ordinal;
      END IF;
      RETURN NEXT;
    END LOOP;

    WITH booked AS (
      SELECT * FROM json_to_recordset(allowed) AS request (ordinal integer, id uuid, hold_id uuid, taken_fact json)
      WHERE request.ordinal = ANY (placed) AND taken_fact IS NOT NULL
    ), taken AS (
      UPDATE waitlist_entry SET status = 'taken', booking_id = booked.id, updated_at = at, version = version + 1
      FROM booked WHERE waitlist_entry.id = booked.hold_id
    )
    SELECT json_agg(taken_fact) INTO allowed FROM booked;
    IF allowed IS NOT NULL THEN
      PERFORM record_facts(allowed);
    END IF;
  END $$`;
