import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/** What is taken of a resource, how owners close and open time by hand, and how changes are told. */
export class CreateAvailabilityFunctions202611211006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAKEN_SEGMENTS);
    await runner.query(UNBLOCK_TIME);
    await runner.query(BLOCK_TIME);
    await runner.query(TAKE_CHANGED_AVAILABILITY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION take_changed_availability(integer, timestamptz, integer);
      DROP FUNCTION block_time(uuid, json, timestamptz);
      DROP FUNCTION unblock_time(uuid, json, timestamptz);
      DROP FUNCTION taken_segments(uuid, tstzrange, timestamptz)`);
  }
}

/** Through which stretches of a range how many places are taken, in order, as JSON with epoch milliseconds. */
const TAKEN_SEGMENTS = `
  CREATE FUNCTION taken_segments(wanted_resource_id uuid, wanted tstzrange, at timestamptz) RETURNS json LANGUAGE sql STABLE AS $$
    WITH edge AS (
      SELECT moment, sum(change) AS change
      FROM overlapping_claims(wanted_resource_id, wanted) AS claim
      CROSS JOIN LATERAL (VALUES
        (greatest(lower(claim.during), lower(wanted)), claim.quantity),
        (least(upper(claim.during), upper(wanted)), -claim.quantity)
      ) AS edge (moment, change)
      WHERE claim.expires_at IS NULL OR claim.expires_at > at
      GROUP BY moment
    ), level AS (
      SELECT moment, lead(moment) OVER (ORDER BY moment) AS until, sum(change) OVER (ORDER BY moment) AS taken FROM edge
    )
    SELECT coalesce(json_agg(json_build_object(
      'fromMs', (extract(epoch FROM moment) * 1000)::bigint, 'toMs', (extract(epoch FROM until) * 1000)::bigint, 'taken', taken) ORDER BY moment), '[]')
    FROM level WHERE taken > 0
  $$`;

/**
 * Opens closed time again: blocks that lie within go, blocks that reach beyond keep their rest, as one or two pieces.
 * Bookings are not touched. The caller holds the lock of the resource.
 */
export const UNBLOCK_TIME = `
  CREATE FUNCTION unblock_time(opened_resource_id uuid, ranges json, at timestamptz) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    opened tstzmultirange := (SELECT range_agg(tstzrange(starts_at, ends_at)) FROM json_to_recordset(ranges) AS range (starts_at timestamptz, ends_at timestamptz));
  BEGIN
    WITH cut AS (
      DELETE FROM claim WHERE resource_id = opened_resource_id AND kind = 'block'
        AND id IN (SELECT id FROM overlapping_claims(opened_resource_id, range_merge(opened))) AND during && opened
      RETURNING *
    )
    INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, note)
    SELECT gen_random_uuid(), resource_id, unit_id, rest, quantity, capacity, kind, note
    FROM cut CROSS JOIN LATERAL unnest(tstzmultirange(during) - opened) AS rest;
  END $$`;

/**
 * Closes time by hand, all places of it. What is closed already stays as it is. False where a booking or hold stands
 * in the way; then the caller rolls back. The caller holds the lock of the resource.
 */
export const BLOCK_TIME = `
  CREATE FUNCTION block_time(closed_resource_id uuid, ranges json, at timestamptz) RETURNS boolean LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    places integer := (SELECT greatest(capacity, 1) FROM resource WHERE id = closed_resource_id);
    wanted record;
    piece tstzrange;
  BEGIN
    FOR wanted IN
      SELECT tstzrange(starts_at, ends_at) AS during, note FROM json_to_recordset(ranges) AS range (starts_at timestamptz, ends_at timestamptz, note text)
    LOOP
      FOR piece IN
        SELECT unnest(tstzmultirange(wanted.during) - coalesce(
          (SELECT range_agg(during) FROM overlapping_claims(closed_resource_id, wanted.during) WHERE kind = 'block'), '{}'))
      LOOP
        IF free_places(closed_resource_id, places, piece, at) < places THEN
          RETURN false;
        END IF;
        INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, note)
        VALUES (gen_random_uuid(), closed_resource_id, CASE WHEN places = 1 THEN closed_resource_id END, piece, places, places, 'block', wanted.note);
      END LOOP;
    END LOOP;
    RETURN true;
  END $$`;

/**
 * Takes resources off the list of the changed, and says what is taken of each from now on, under a new version.
 *
 * The mark of a resource is only ever set and taken behind the lock of that resource. So whoever changes a claim
 * either finds the mark still there, and then this look comes after the change; or finds it gone, and sets it again.
 * No change falls in between, and however many come together, they are told once.
 */
const TAKE_CHANGED_AVAILABILITY = `
  CREATE FUNCTION take_changed_availability(at_most integer, at timestamptz, horizon_days integer)
  RETURNS TABLE (resource_id uuid, version bigint, segments json) LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    changed uuid[] := ARRAY(SELECT change.resource_id FROM availability_change AS change ORDER BY changed_at LIMIT at_most);
    taken uuid[];
  BEGIN
    PERFORM lock_resources(changed);
    WITH gone AS (DELETE FROM availability_change AS change WHERE change.resource_id = ANY (changed) RETURNING change.resource_id)
    SELECT array_agg(gone.resource_id) INTO taken FROM gone;
    RETURN QUERY
      UPDATE resource SET availability_version = availability_version + 1 WHERE id = ANY (taken)
      RETURNING id, availability_version, taken_segments(id, tstzrange(at - interval '2 days', at + make_interval(days => horizon_days + 2)), at);
  END $$`;
