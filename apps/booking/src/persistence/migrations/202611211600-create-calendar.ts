import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * Calendars of other platforms that take time of a resource, and the private address of its own.
 *
 * What a calendar said when it was last read is kept as bare spans of time, so that it can be laid over the claims anew
 * without asking for it again. Nothing else that it says is kept: calendars carry names and telephone numbers.
 */
export class CreateCalendar202611211600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resource,
        name text NOT NULL,
        url text NOT NULL,
        spans json NOT NULL DEFAULT '[]',
        conflicts json NOT NULL DEFAULT '[]',
        etag text,
        last_modified text,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        received_at timestamptz,
        tried_at timestamptz,
        fault json,
        next_read_at timestamptz NOT NULL,
        leased_until timestamptz,
        is_lost boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (resource_id, url)
      )`);
    await runner.query('CREATE INDEX calendar_due ON calendar (next_read_at)');
    await runner.query(`COMMENT ON COLUMN calendar.received_at IS 'When it last came in full; in between it was told to be unchanged'`);
    await runner.query(`COMMENT ON COLUMN calendar.leased_until IS 'Until then somebody is reading it; whoever dies over it leaves it to the next one'`);
    await runner.query(`COMMENT ON COLUMN calendar.is_lost IS 'It could not be read for so long that nobody books the resource at once'`);
    await runner.query(`
      CREATE TABLE calendar_feed (
        resource_id uuid PRIMARY KEY REFERENCES resource,
        token text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`
      ALTER TABLE resource
        ADD COLUMN has_calendars boolean NOT NULL DEFAULT false,
        ADD COLUMN instant_is_paused boolean NOT NULL DEFAULT false`);
    await runner.query(CLAIM_FOR_CALENDAR);
    await runner.query(SETTLE_CALENDARS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION settle_calendars(uuid);
      DROP FUNCTION claim_for_calendar(uuid, uuid, json, timestamptz);
      DELETE FROM claim WHERE kind = 'external';
      ALTER TABLE resource DROP COLUMN has_calendars, DROP COLUMN instant_is_paused;
      DROP TABLE calendar_feed, calendar`);
  }
}

/**
 * Makes the claims of a calendar those that are wanted: what is the same already stays, what is no more is given back.
 * The caller holds the lock of the resource, and has counted behind it that there is a place for each of them.
 */
const CLAIM_FOR_CALENDAR = `
  CREATE FUNCTION claim_for_calendar(read_calendar_id uuid, read_resource_id uuid, wanted json, at timestamptz) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    places integer := (SELECT greatest(capacity, 1) FROM resource WHERE id = read_resource_id);
  BEGIN
    PERFORM forget_claims(ARRAY(
      SELECT claim.id FROM claim
      LEFT JOIN json_to_recordset(wanted) AS stretch (starts_at timestamptz, ends_at timestamptz, quantity integer)
        ON tstzrange(stretch.starts_at, stretch.ends_at) = claim.during AND stretch.quantity = claim.quantity
      WHERE claim.calendar_id = read_calendar_id AND (stretch.quantity IS NULL OR claim.capacity <> places)), at);
    INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, calendar_id, taken_at)
    SELECT gen_random_uuid(), read_resource_id, CASE WHEN places = 1 THEN read_resource_id END, tstzrange(starts_at, ends_at), stretch.quantity, places,
           'external', read_calendar_id, at
    FROM json_to_recordset(wanted) AS stretch (starts_at timestamptz, ends_at timestamptz, quantity integer)
    LEFT JOIN claim ON claim.calendar_id = read_calendar_id AND claim.during = tstzrange(starts_at, ends_at) AND claim.quantity = stretch.quantity
    WHERE claim.id IS NULL;
    IF FOUND THEN
      INSERT INTO availability_change VALUES (read_resource_id, at) ON CONFLICT DO NOTHING;
    END IF;
  END $$`;

/** Brings the resource up to what its calendars are, behind its lock. The revision grows, so that whoever remembers it otherwise finds out. */
const SETTLE_CALENDARS = `
  CREATE FUNCTION settle_calendars(settled_resource_id uuid) RETURNS void LANGUAGE sql AS $$
    UPDATE resource SET has_calendars = present.has_any, instant_is_paused = present.some_are_lost, revision = revision + 1
    FROM (SELECT count(*) > 0 AS has_any, coalesce(bool_or(is_lost), false) AS some_are_lost FROM calendar WHERE resource_id = settled_resource_id) AS present
    WHERE resource.id = settled_resource_id AND (resource.has_calendars, resource.instant_is_paused) IS DISTINCT FROM (present.has_any, present.some_are_lost)
  $$`;
