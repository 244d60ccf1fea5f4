import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When hosts are at their own events: nobody hosts two at a time. Only what is active takes the time of its host; drafts may
 * lie as they like until they are published. Events that overlapped before this was kept stay as they are, until one of them
 * is moved or published again.
 */
export class CreateHostTime202611221300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE host_time (
        listing_id uuid PRIMARY KEY REFERENCES listing,
        owner_id uuid NOT NULL,
        during tstzrange NOT NULL,
        CONSTRAINT host_is_at_one_event EXCLUDE USING gist (owner_id WITH =, during WITH &&)
      )`);
    await runner.query(`
      INSERT INTO host_time
      SELECT id, owner_id, tstzrange((details ->> 'startsAt')::timestamptz, (details ->> 'endsAt')::timestamptz)
      FROM listing WHERE kind = 'event' AND status = 'active' ORDER BY id
      ON CONFLICT DO NOTHING`);
    await runner.query(TAKE_HOST_TIME);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION take_host_time(uuid, uuid, timestamptz, timestamptz, boolean); DROP TABLE host_time');
  }
}

/**
 * Takes the time of a host for an event, and gives back what it had where that was another; without a wish it has none. Says
 * which event of theirs is in the way: of two at once, the second one waits for the first and is told so.
 */
const TAKE_HOST_TIME = `
  CREATE FUNCTION take_host_time(event_id uuid, host_id uuid, begins_at timestamptz, ends_at timestamptz, is_wanted boolean) RETURNS uuid LANGUAGE plpgsql AS $$
  DECLARE
    wanted tstzrange := tstzrange(begins_at, ends_at);
    other_id uuid;
  BEGIN
    DELETE FROM host_time WHERE listing_id = event_id AND NOT (is_wanted AND during = wanted);
    LOOP
      IF NOT is_wanted OR EXISTS (SELECT FROM host_time WHERE listing_id = event_id) THEN
        RETURN NULL;
      END IF;
      SELECT listing_id INTO other_id FROM host_time WHERE owner_id = host_id AND during && wanted LIMIT 1;
      IF FOUND THEN
        RETURN other_id;
      END IF;
      INSERT INTO host_time VALUES (event_id, host_id, wanted) ON CONFLICT DO NOTHING;
    END LOOP;
  END $$`;
