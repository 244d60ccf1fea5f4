import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * A hotel's reservation takes time of its room type as anything else does: by a claim, which has the reservation's id.
 * What the hotel says of a reservation is numbered; what comes late, after something newer, counts for nothing.
 */
export class ClaimReservations202611221300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE claim
        DROP CONSTRAINT claim_kind,
        ADD CONSTRAINT claim_kind CHECK (kind IN ('booking', 'reservation', 'hold', 'block', 'buffer', 'cleaning', 'external', 'offer'))`);
    await runner.query(`
      CREATE TABLE reservation_word (
        reservation_id uuid PRIMARY KEY,
        number integer NOT NULL
      )`);
    await runner.query(`COMMENT ON COLUMN reservation_word.number IS 'Of the last that its hotel has said of the time of a reservation'`);
    await runner.query(HEAR_RESERVATION);
    await runner.query(CLAIM_RESERVATION);
    await runner.query(RELEASE_RESERVATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION release_reservation(uuid, integer, timestamptz);
      DROP FUNCTION claim_reservation(uuid, integer, uuid, tstzrange, timestamptz);
      DROP FUNCTION hear_reservation(uuid, integer);
      DROP TABLE reservation_word;
      DELETE FROM claim WHERE kind = 'reservation';
      ALTER TABLE claim
        DROP CONSTRAINT claim_kind,
        ADD CONSTRAINT claim_kind CHECK (kind IN ('booking', 'hold', 'block', 'buffer', 'cleaning', 'external', 'offer'))`);
  }
}

/** Whether what a hotel says of a reservation is no older than what it has said before. Who says more of it meanwhile waits. */
const HEAR_RESERVATION = `
  CREATE FUNCTION hear_reservation(heard_id uuid, said integer) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO reservation_word VALUES (heard_id, said)
    ON CONFLICT (reservation_id) DO UPDATE SET number = excluded.number WHERE reservation_word.number <= excluded.number;
    RETURN FOUND;
  END $$`;

/**
 * Makes the claim of a reservation this time of this resource, whatever it was before: `claimed`; `slot-taken` where that
 * is not free, and then all is as it was; `late` where the hotel has said something newer. What a reservation only gives up
 * is never refused, however few places the resource has by now.
 */
const CLAIM_RESERVATION = `
  CREATE FUNCTION claim_reservation(reservation_id uuid, said integer, wanted_resource_id uuid, wanted tstzrange, at timestamptz) RETURNS text LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    held claim;
  BEGIN
    PERFORM lock_resources(ARRAY[wanted_resource_id] || ARRAY(SELECT resource_id FROM claim WHERE id = reservation_id));
    IF NOT hear_reservation(reservation_id, said) THEN
      RETURN 'late';
    END IF;
    SELECT * INTO held FROM claim WHERE id = reservation_id;
    IF held.resource_id = wanted_resource_id AND held.during = wanted THEN
      RETURN 'claimed';
    END IF;
    DELETE FROM claim WHERE id = reservation_id;
    IF held.resource_id = wanted_resource_id AND wanted <@ held.during THEN
      INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, taken_at)
      VALUES (reservation_id, held.resource_id, held.unit_id, wanted, 1, held.capacity, 'reservation', at);
    ELSIF NOT take_claim(reservation_id, wanted_resource_id, wanted, 1, 'reservation', NULL, at) THEN
      IF held.id IS NOT NULL THEN
        INSERT INTO claim SELECT held.*;
      END IF;
      RETURN 'slot-taken';
    END IF;
    IF held.id IS NOT NULL THEN
      INSERT INTO past_claim (id, resource_id, during, quantity, kind, taken_at, released_at)
      VALUES (held.id, held.resource_id, held.during, held.quantity, held.kind, held.taken_at, at);
      INSERT INTO availability_change VALUES (held.resource_id, at) ON CONFLICT DO NOTHING;
    END IF;
    RETURN 'claimed';
  END $$`;

/** Gives back the time of a reservation, whichever resource it is of. */
const RELEASE_RESERVATION = `
  CREATE FUNCTION release_reservation(reservation_id uuid, said integer, at timestamptz) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    PERFORM lock_resources(ARRAY(SELECT resource_id FROM claim WHERE id = reservation_id AND kind = 'reservation'));
    IF hear_reservation(reservation_id, said) THEN
      PERFORM forget_claims(ARRAY(SELECT id FROM claim WHERE id = reservation_id AND kind = 'reservation'), at);
    END IF;
  END $$`;
