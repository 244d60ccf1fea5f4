import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * How time is claimed. One order of locks for everybody: first resources, by id; then idempotency keys, sorted;
 * then bookings; then whatever else. Who takes them in this order waits, but never in a circle.
 *
 * All functions are VOLATILE on purpose: each statement in them sees what was committed before it began,
 * so what is read after a lock was waited for is what the holder of the lock has left.
 */
export class CreateClaimFunctions202611211003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOCK_RESOURCES);
    await runner.query(LIVE_CLAIMS);
    await runner.query(FREE_PLACES);
    await runner.query(TAKE_CLAIM);
    await runner.query(RELEASE_CLAIM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION release_claim(uuid, uuid, timestamptz);
      DROP FUNCTION take_claim(uuid, uuid, tstzrange, integer, text, timestamptz, timestamptz);
      DROP FUNCTION free_places(uuid, integer, tstzrange, timestamptz);
      DROP FUNCTION overlapping_claims(uuid, tstzrange);
      DROP FUNCTION lock_resources(uuid[])`);
  }
}

/**
 * Locks resources until the end of the transaction, in the order of their ids, so that two transactions with some of
 * them in common cannot wait for each other. NO KEY: foreign keys that point here need not wait.
 */
const LOCK_RESOURCES = `
  CREATE FUNCTION lock_resources(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM resource WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  END $$`;

/** The claims of a resource that overlap a range: each of the two branches has an index of its own. */
const LIVE_CLAIMS = `
  CREATE FUNCTION overlapping_claims(wanted_resource_id uuid, wanted tstzrange) RETURNS SETOF claim LANGUAGE sql STABLE AS $$
    SELECT * FROM claim WHERE unit_id = wanted_resource_id AND during && wanted
    UNION ALL
    SELECT * FROM claim WHERE resource_id = wanted_resource_id AND unit_id IS DISTINCT FROM resource_id AND during && wanted
  $$`;

/**
 * How many places are free through all of a range: the capacity less the highest sum of overlapping quantities.
 * The sum is swept over the moments at which a claim begins or ends; at one moment endings come first (the smaller
 * change), because ranges that touch do not overlap. Claims that have run out are taken away when they are met.
 * The caller holds the lock of the resource.
 */
export const FREE_PLACES = `
  CREATE FUNCTION free_places(wanted_resource_id uuid, wanted_capacity integer, wanted tstzrange, at timestamptz)
  RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE
    peak integer;
    some_ran_out boolean;
  BEGIN
    SELECT coalesce(max(level), 0), coalesce(bool_or(ran_out), false) INTO peak, some_ran_out
    FROM (
      SELECT ran_out, sum(change) OVER (ORDER BY moment, change) AS level
      FROM overlapping_claims(wanted_resource_id, wanted) AS claim
      CROSS JOIN LATERAL (SELECT claim.expires_at <= at AS ran_out) AS expiry
      CROSS JOIN LATERAL (VALUES
        (greatest(lower(claim.during), lower(wanted)), CASE WHEN ran_out THEN 0 ELSE claim.quantity END),
        (upper(claim.during), CASE WHEN ran_out THEN 0 ELSE -claim.quantity END)
      ) AS edge (moment, change)
    ) AS sweep;
    IF some_ran_out THEN
      DELETE FROM claim WHERE id IN (SELECT id FROM overlapping_claims(wanted_resource_id, wanted) WHERE expires_at <= at);
    END IF;
    RETURN wanted_capacity - peak;
  END $$`;

/**
 * Takes time of a resource for a booking or hold; false where fewer places are free than wanted. Locks the resource,
 * looks and inserts. Refusing is an answer, not an error.
 */
export const TAKE_CLAIM = `
  CREATE FUNCTION take_claim(claim_id uuid, wanted_resource_id uuid, wanted tstzrange, wanted_quantity integer, claim_kind text, ends_itself_at timestamptz, at timestamptz)
  RETURNS boolean LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    capacity integer;
  BEGIN
    PERFORM lock_resources(ARRAY[wanted_resource_id]);
    SELECT resource.capacity INTO capacity FROM resource WHERE id = wanted_resource_id;
    IF coalesce(free_places(wanted_resource_id, capacity, wanted, at) < wanted_quantity, true) THEN
      RETURN false;
    END IF;
    INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, booking_id, expires_at)
    VALUES (claim_id, wanted_resource_id, CASE WHEN capacity = 1 THEN wanted_resource_id END, wanted, wanted_quantity, capacity,
            claim_kind, CASE WHEN claim_kind = 'booking' THEN claim_id END, ends_itself_at);
    INSERT INTO availability_change VALUES (wanted_resource_id, at) ON CONFLICT DO NOTHING;
    RETURN true;
  END $$`;

/** Gives back what a claim has taken. Locks the resource first, because its availability changes. */
export const RELEASE_CLAIM = `
  CREATE FUNCTION release_claim(claim_id uuid, claimed_resource_id uuid, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM lock_resources(ARRAY[claimed_resource_id]);
    DELETE FROM claim WHERE id = claim_id;
    IF FOUND THEN
      INSERT INTO availability_change VALUES (claimed_resource_id, at) ON CONFLICT DO NOTHING;
    END IF;
  END $$`;
