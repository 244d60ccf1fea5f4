import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PLACE_BOOKINGS_IN_TURN } from './202611211502-place-bookings-in-turn';

/**
 * Nobody takes new time past those who stand in line for it: an invitation goes in turn as a request does, and so does
 * what is booked beside another listing. A hold or an offer is of the main listing only, so it excuses nothing beside it.
 */
export class KeepEveryLine202611221200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${SIGNATURE}`);
    await runner.query(PLACE_BOOKINGS_MINDING_EVERY_LINE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${SIGNATURE}`);
    await runner.query(PLACE_BOOKINGS_IN_TURN);
  }
}

const SIGNATURE = 'place_bookings_in_turn(json, uuid[], timestamptz)';

const PLACE_BOOKINGS_MINDING_EVERY_LINE = PLACE_BOOKINGS_IN_TURN
  .replace(
    `CASE WHEN mark.resource_id IS NULL OR request.hold_id IS NOT NULL OR NOT request.takes_places THEN false
             ELSE free_places(request.resource_id, resource.capacity, tstzrange(request.starts_at, request.ends_at), at) >= request.quantity
        END AS others_first`,
    `CASE WHEN NOT request.takes_places THEN false
             WHEN mark.resource_id IS NOT NULL AND request.hold_id IS NULL
               AND free_places(request.resource_id, resource.capacity, tstzrange(request.starts_at, request.ends_at), at) >= request.quantity THEN true
             ELSE EXISTS (
               SELECT FROM json_to_recordset(request.further) AS need (resource_id uuid, starts_at timestamptz, ends_at timestamptz, quantity integer)
               JOIN waitlist_mark AS its_mark ON its_mark.resource_id = need.resource_id
               JOIN resource AS its_resource ON its_resource.id = need.resource_id
               WHERE need.resource_id <> request.resource_id
                 AND free_places(need.resource_id, its_resource.capacity, tstzrange(need.starts_at, need.ends_at), at) >= need.quantity)
        END AS others_first`,
  )
  .replace('takes_places boolean, hold_id uuid, caller text', 'takes_places boolean, hold_id uuid, further json, caller text')
  .replace(`WHERE request.action = 'request'
        AND NOT EXISTS`, `WHERE NOT EXISTS`);
