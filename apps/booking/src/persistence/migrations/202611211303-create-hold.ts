import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * What a hold is for, beside the time its claim takes. Its row outlives the claim, so that somebody who comes too late
 * is told that the hold has ended, and not that there never was one.
 */
export class CreateHold202611211303 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hold (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resource,
        holder_id uuid NOT NULL,
        stay_from text NOT NULL,
        stay_to text NOT NULL,
        quantity integer NOT NULL,
        options json,
        placed_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        renewed_at timestamptz
      )`);
    await runner.query(PLACE_HOLD);
    await runner.query(RENEW_HOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION renew_hold(uuid, timestamptz, timestamptz);
      DROP FUNCTION place_hold(uuid, uuid, bigint, uuid, tstzrange, text, text, integer, json, timestamptz, timestamptz, integer, integer);
      DROP TABLE hold`);
  }
}

/**
 * Holds time for somebody: `placed`, or why not. `stale` where the resource has changed since the stay was checked;
 * `too-many-holds` where they hold as much as one person may, here or in all. Two holds of one person at two resources
 * are counted one after the other: the lock of the person comes after that of the resource.
 */
const PLACE_HOLD = `
  CREATE FUNCTION place_hold(hold_id uuid, held_resource_id uuid, known_revision bigint, for_whom uuid, held tstzrange, held_from text, held_to text,
                             held_quantity integer, held_options json, ends_at timestamptz, at timestamptz, at_most_here integer, at_most integer)
  RETURNS text LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    PERFORM lock_resources(ARRAY[held_resource_id]);
    IF known_revision IS DISTINCT FROM (SELECT revision FROM resource WHERE id = held_resource_id) THEN
      RETURN 'stale';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('holds of ' || for_whom, 0));
    IF (SELECT count(*) >= at_most OR count(*) FILTER (WHERE resource_id = held_resource_id) >= at_most_here
        FROM claim WHERE holder_id = for_whom AND kind = 'hold' AND expires_at > at) THEN
      RETURN 'too-many-holds';
    END IF;
    IF NOT take_claim(hold_id, held_resource_id, held, held_quantity, 'hold', ends_at, at, for_whom) THEN
      RETURN 'slot-taken';
    END IF;
    INSERT INTO hold (id, resource_id, holder_id, stay_from, stay_to, quantity, options, placed_at, expires_at)
    VALUES (hold_id, held_resource_id, for_whom, held_from, held_to, held_quantity, held_options, at, ends_at);
    RETURN 'placed';
  END $$`;

/** Lets a hold stand longer, once: `renewed`, `hold-renewed` where it was before, `hold-ended` where it no longer stands. */
const RENEW_HOLD = `
  CREATE FUNCTION renew_hold(hold_id uuid, ends_at timestamptz, at timestamptz) RETURNS text LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    PERFORM lock_resources(ARRAY(SELECT resource_id FROM hold WHERE id = hold_id));
    IF NOT EXISTS (SELECT FROM claim WHERE id = hold_id AND kind = 'hold' AND expires_at > at) THEN
      RETURN 'hold-ended';
    END IF;
    UPDATE hold SET renewed_at = at, expires_at = ends_at WHERE id = hold_id AND renewed_at IS NULL;
    IF NOT FOUND THEN
      RETURN 'hold-renewed';
    END IF;
    UPDATE claim SET expires_at = ends_at WHERE id = hold_id;
    RETURN 'renewed';
  END $$`;
