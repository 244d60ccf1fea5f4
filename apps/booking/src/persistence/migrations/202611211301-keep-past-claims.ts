import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FREE_PLACES, RELEASE_CLAIM, TAKE_CLAIM } from './202611211003-create-claim-functions';
import { MOVE_BOOKING } from './202611211005-create-transition-functions';
import { BLOCK_TIME, UNBLOCK_TIME } from './202611211006-create-availability-functions';
import { BY_INDEX } from './by-index';

/**
 * Claims come and go; this keeps what there was, so that it can be told what was known at any moment. One function
 * forgets claims, whoever releases them, and nothing else deletes one that ever stood.
 */
export class KeepPastClaims202611211301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE past_claim (
        id uuid NOT NULL,
        resource_id uuid NOT NULL REFERENCES resource,
        during tstzrange NOT NULL,
        quantity integer NOT NULL,
        kind text NOT NULL,
        booking_id uuid,
        holder_id uuid,
        calendar_id uuid,
        expires_at timestamptz,
        note text,
        taken_at timestamptz NOT NULL,
        released_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX past_claim_resource ON past_claim (resource_id, released_at)`);
    await runner.query(`COMMENT ON TABLE past_claim IS 'Claims as they were when they were released. One id may have stood several times, each time from taken_at to released_at'`);
    await runner.query(`
      CREATE TABLE past_capacity (
        resource_id uuid NOT NULL REFERENCES resource,
        capacity integer NOT NULL,
        until timestamptz NOT NULL,
        PRIMARY KEY (resource_id, until)
      )`);
    await runner.query(`COMMENT ON TABLE past_capacity IS 'How many places a resource had until it was changed'`);
    await runner.query(FORGET_CLAIMS);
    for (const { signature, text } of REPLACED) {
      await runner.query(`DROP FUNCTION ${signature}`);
      await runner.query(text);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { signature, added = signature, former } of REPLACED) {
      await runner.query(`DROP FUNCTION ${added}`);
      await runner.query(former);
    }
    await runner.query('DROP FUNCTION forget_claims(uuid[], timestamptz); DROP TABLE past_claim, past_capacity');
  }
}

/** Ends claims behind the locks of their resources: keeps them as past ones and marks that availability has changed. */
const FORGET_CLAIMS = `
  CREATE FUNCTION forget_claims(ids uuid[], at timestamptz) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    WITH gone AS (
      DELETE FROM claim WHERE id = ANY (ids) RETURNING *
    ), kept AS (
      INSERT INTO past_claim (id, resource_id, during, quantity, kind, booking_id, holder_id, calendar_id, expires_at, note, taken_at, released_at)
      SELECT id, resource_id, during, quantity, kind, booking_id, holder_id, calendar_id, expires_at, note, taken_at, at FROM gone
    )
    INSERT INTO availability_change SELECT DISTINCT resource_id, at FROM gone ON CONFLICT DO NOTHING;
  END $$`;

/** As before, but that claims that have run out are kept as past ones. */
const FREE_PLACES_NOW = FREE_PLACES.replace(
  'DELETE FROM claim WHERE id IN (SELECT id FROM overlapping_claims(wanted_resource_id, wanted) WHERE expires_at <= at)',
  'PERFORM forget_claims(ARRAY(SELECT id FROM overlapping_claims(wanted_resource_id, wanted) WHERE expires_at <= at), at)',
);

/**
 * Takes time of a resource for whatever; false where fewer places are free than wanted. Locks the resource, looks and
 * inserts. Refusing is an answer, not an error. A hold or an offer says for whom it stands.
 */
const TAKE_CLAIM_FOR = `
  CREATE FUNCTION take_claim(claim_id uuid, wanted_resource_id uuid, wanted tstzrange, wanted_quantity integer, claim_kind text,
                             ends_itself_at timestamptz, at timestamptz, for_whom uuid DEFAULT NULL)
  RETURNS boolean LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    capacity integer;
  BEGIN
    PERFORM lock_resources(ARRAY[wanted_resource_id]);
    SELECT resource.capacity INTO capacity FROM resource WHERE id = wanted_resource_id;
    IF coalesce(free_places(wanted_resource_id, capacity, wanted, at) < wanted_quantity, true) THEN
      RETURN false;
    END IF;
    INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, booking_id, holder_id, expires_at, taken_at)
    VALUES (claim_id, wanted_resource_id, CASE WHEN capacity = 1 THEN wanted_resource_id END, wanted, wanted_quantity, capacity,
            claim_kind, CASE WHEN claim_kind = 'booking' THEN claim_id END, for_whom, ends_itself_at, at);
    INSERT INTO availability_change VALUES (wanted_resource_id, at) ON CONFLICT DO NOTHING;
    RETURN true;
  END $$`;

/** Gives back what a claim has taken. Locks the resource first, because its availability changes. */
const RELEASE_CLAIM_KEPT = `
  CREATE FUNCTION release_claim(claim_id uuid, claimed_resource_id uuid, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM lock_resources(ARRAY[claimed_resource_id]);
    PERFORM forget_claims(ARRAY[claim_id], at);
  END $$`;

/** As before, but that a booking gives back its further claims with its main one, and a claim that had run out is kept as a past one. */
export const MOVE_BOOKING_WITH_FURTHER_CLAIMS = MOVE_BOOKING
  .replace(
    'PERFORM release_claim(moved_id, moved.resource_id, at)',
    'PERFORM forget_claims(ARRAY(SELECT moved_id UNION ALL SELECT id FROM claim WHERE booking_id = moved_id AND booking_id <> id), at)',
  )
  .replace('DELETE FROM claim WHERE id = moved_id', 'PERFORM forget_claims(ARRAY[moved_id], at)');

/** As before, but that the opened blocks are kept as past ones. */
const UNBLOCK_TIME_KEPT = `
  CREATE FUNCTION unblock_time(opened_resource_id uuid, ranges json, at timestamptz) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    opened tstzmultirange := (SELECT range_agg(tstzrange(starts_at, ends_at)) FROM json_to_recordset(ranges) AS range (starts_at timestamptz, ends_at timestamptz));
    cut claim[] := ARRAY(
      SELECT claim FROM overlapping_claims(opened_resource_id, range_merge(opened)) AS claim WHERE kind = 'block' AND during && opened);
  BEGIN
    PERFORM forget_claims(ARRAY(SELECT id FROM unnest(cut)), at);
    INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, note, taken_at)
    SELECT gen_random_uuid(), resource_id, unit_id, rest, quantity, capacity, kind, note, at
    FROM unnest(cut) CROSS JOIN LATERAL unnest(tstzmultirange(during) - opened) AS rest;
  END $$`;

/** As before, but that a block says when it was taken. */
const BLOCK_TIME_TAKEN_AT = BLOCK_TIME
  .replace('quantity, capacity, kind, note)', 'quantity, capacity, kind, note, taken_at)')
  .replace("'block', wanted.note)", "'block', wanted.note, at)");

const REPLACED: readonly { readonly signature: string; readonly added?: string; readonly text: string; readonly former: string }[] = [
  { signature: 'free_places(uuid, integer, tstzrange, timestamptz)', text: FREE_PLACES_NOW, former: FREE_PLACES },
  {
    signature: 'take_claim(uuid, uuid, tstzrange, integer, text, timestamptz, timestamptz)',
    added: 'take_claim(uuid, uuid, tstzrange, integer, text, timestamptz, timestamptz, uuid)',
    text: TAKE_CLAIM_FOR,
    former: TAKE_CLAIM,
  },
  { signature: 'release_claim(uuid, uuid, timestamptz)', text: RELEASE_CLAIM_KEPT, former: RELEASE_CLAIM },
  { signature: 'move_booking(uuid, text, text, text, uuid, text, timestamptz)', text: MOVE_BOOKING_WITH_FURTHER_CLAIMS, former: MOVE_BOOKING },
  { signature: 'unblock_time(uuid, json, timestamptz)', text: UNBLOCK_TIME_KEPT, former: UNBLOCK_TIME },
  { signature: 'block_time(uuid, json, timestamptz)', text: BLOCK_TIME_TAKEN_AT, former: BLOCK_TIME },
];
