import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/** After a reservation its room may need time to be cleaned: a claim of its own, which comes and goes with that of the stay. */
export class ClaimCleaning202611221700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE claim
        ADD COLUMN after_reservation_id uuid,
        ADD CONSTRAINT claim_after_a_reservation CHECK (after_reservation_id IS NULL OR kind = 'cleaning')`);
    await runner.query(`COMMENT ON COLUMN claim.after_reservation_id IS 'After whose stay the room is cleaned in this time'`);
    await runner.query('CREATE UNIQUE INDEX claim_after_reservation ON claim (after_reservation_id) WHERE after_reservation_id IS NOT NULL');
    await runner.query(CLAIM_RESERVATION_AND_CLEANING);
    await runner.query(RELEASE_RESERVATION(`SELECT id FROM claim WHERE id = reservation_id AND kind = 'reservation' UNION ALL SELECT id FROM claim WHERE after_reservation_id = reservation_id`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RELEASE_RESERVATION(`SELECT id FROM claim WHERE id = reservation_id AND kind = 'reservation'`));
    await runner.query(`
      DROP FUNCTION claim_reservation(uuid, integer, uuid, tstzrange, timestamptz, timestamptz);
      DELETE FROM claim WHERE after_reservation_id IS NOT NULL;
      ALTER TABLE claim DROP COLUMN after_reservation_id`);
  }
}

/**
 * Makes the claim of a reservation this time of this resource, and that of the cleaning the time from its end until
 * \`cleaned_at\`, whatever they were before: \`claimed\`; \`slot-taken\` where either is not free, and then all is as it was;
 * \`late\` where the hotel has said something newer. What is only given up is never refused, however few places there are.
 */
const CLAIM_RESERVATION_AND_CLEANING = `
  CREATE FUNCTION claim_reservation(said_id uuid, said integer, wanted_resource_id uuid, wanted tstzrange, cleaned_at timestamptz, at timestamptz)
  RETURNS text LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    stay claim;
    cleaning claim;
    held tstzrange;
    whole tstzrange := tstzrange(lower(wanted), cleaned_at);
  BEGIN
    PERFORM lock_resources(ARRAY[wanted_resource_id] || ARRAY(SELECT resource_id FROM claim WHERE id = said_id));
    IF NOT hear_reservation(said_id, said) THEN
      RETURN 'late';
    END IF;
    SELECT * INTO stay FROM claim WHERE id = said_id;
    SELECT * INTO cleaning FROM claim WHERE after_reservation_id = said_id;
    held := tstzrange(lower(stay.during), coalesce(upper(cleaning.during), upper(stay.during)));
    IF stay.resource_id = wanted_resource_id AND stay.during = wanted AND held = whole THEN
      RETURN 'claimed';
    END IF;
    DELETE FROM claim WHERE id IN (stay.id, cleaning.id);
    IF stay.resource_id = wanted_resource_id AND whole <@ held THEN
      INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, taken_at)
      VALUES (said_id, stay.resource_id, stay.unit_id, whole, 1, stay.capacity, 'reservation', at);
    ELSIF NOT take_claim(said_id, wanted_resource_id, whole, 1, 'reservation', NULL, at) THEN
      INSERT INTO claim SELECT before.* FROM unnest(ARRAY[stay, cleaning]) AS before WHERE before.id IS NOT NULL;
      RETURN 'slot-taken';
    END IF;
    IF cleaned_at > upper(wanted) THEN
      UPDATE claim SET during = wanted WHERE id = said_id;
      INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, after_reservation_id, taken_at)
      SELECT gen_random_uuid(), resource_id, unit_id, tstzrange(upper(wanted), cleaned_at), quantity, capacity, 'cleaning', said_id, at FROM claim WHERE id = said_id;
    END IF;
    IF stay.id IS NOT NULL THEN
      INSERT INTO past_claim (id, resource_id, during, quantity, kind, taken_at, released_at)
      SELECT before.id, before.resource_id, before.during, before.quantity, before.kind, before.taken_at, at
      FROM unnest(ARRAY[stay, cleaning]) AS before WHERE before.id IS NOT NULL;
      INSERT INTO availability_change VALUES (stay.resource_id, at) ON CONFLICT DO NOTHING;
    END IF;
    RETURN 'claimed';
  END $$`;

/** Gives back the time of a reservation, whichever resource it is of. */
const RELEASE_RESERVATION = (given: string): string => `
  CREATE OR REPLACE FUNCTION release_reservation(reservation_id uuid, said integer, at timestamptz) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    PERFORM lock_resources(ARRAY(SELECT resource_id FROM claim WHERE id = reservation_id AND kind = 'reservation'));
    IF hear_reservation(reservation_id, said) THEN
      PERFORM forget_claims(ARRAY(${given}), at);
    END IF;
  END $$`;
