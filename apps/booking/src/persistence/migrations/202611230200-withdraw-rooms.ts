import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * A hotel that takes a room away has its place held until the listing says that there are so few. The hold is nobody's,
 * and has the id of the room.
 */
export class WithdrawRooms202611230200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE claim
        ADD COLUMN withdrawn_to integer,
        ADD CONSTRAINT claim_of_a_withdrawn_room CHECK (withdrawn_to IS NULL OR (kind = 'hold' AND holder_id IS NULL))`);
    await runner.query(`COMMENT ON COLUMN claim.withdrawn_to IS 'How many rooms the hotel says are left: the hold stands until the resource has no more places than these'`);
    await runner.query('CREATE INDEX claim_withdrawn ON claim (resource_id) WHERE withdrawn_to IS NOT NULL');
    await runner.query(WITHDRAW_ROOM);
    await runner.query(FORGET_WITHDRAWN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION forget_withdrawn(uuid, timestamptz);
      DROP FUNCTION withdraw_room(uuid, uuid, integer, tstzrange, timestamptz, timestamptz);
      DELETE FROM claim WHERE withdrawn_to IS NOT NULL;
      ALTER TABLE claim DROP COLUMN withdrawn_to`);
  }
}

/**
 * Holds as many places as the resource has more than rooms are left, but those that are held for other rooms already; false
 * where they are not free at every moment, and then none is held for this room. The caller holds the lock of the resource.
 */
const WITHDRAW_ROOM = `
  CREATE FUNCTION withdraw_room(room_id uuid, withdrawn_resource_id uuid, rooms_left integer, wanted tstzrange, ends_at timestamptz, at timestamptz)
  RETURNS boolean LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    too_many integer;
  BEGIN
    PERFORM lock_resources(ARRAY[withdrawn_resource_id] || ARRAY(SELECT resource_id FROM claim WHERE id = room_id));
    PERFORM forget_claims(ARRAY(SELECT id FROM claim WHERE id = room_id OR (resource_id = withdrawn_resource_id AND withdrawn_to IS NOT NULL AND expires_at <= at)), at);
    SELECT capacity - rooms_left - coalesce((SELECT sum(quantity) FROM claim WHERE resource_id = withdrawn_resource_id AND withdrawn_to IS NOT NULL), 0)
    INTO too_many FROM resource WHERE id = withdrawn_resource_id;
    IF too_many <= 0 THEN
      RETURN true;
    END IF;
    IF NOT take_claim(room_id, withdrawn_resource_id, wanted, too_many, 'hold', ends_at, at) THEN
      RETURN false;
    END IF;
    UPDATE claim SET withdrawn_to = rooms_left WHERE id = room_id;
    RETURN true;
  END $$`;

/** Lets go of what was held for withdrawn rooms that the resource no longer counts. The caller holds its lock. */
const FORGET_WITHDRAWN = `
  CREATE FUNCTION forget_withdrawn(told_resource_id uuid, at timestamptz) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    PERFORM forget_claims(ARRAY(
      SELECT claim.id FROM claim JOIN resource ON resource.id = claim.resource_id
      WHERE claim.resource_id = told_resource_id AND withdrawn_to IS NOT NULL AND (resource.capacity <= withdrawn_to OR NOT resource.is_offered)), at);
  END $$`;
