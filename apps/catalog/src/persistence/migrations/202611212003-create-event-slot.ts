import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which host shows which film at which moment: one event for each. A table of its own, because an index over the
 * instants within the details of a listing would depend on how they are written.
 */
export class CreateEventSlot202611212003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event_slot (
        listing_id uuid PRIMARY KEY REFERENCES listing,
        owner_id uuid NOT NULL,
        movie_id text NOT NULL,
        starts_at timestamptz NOT NULL,
        CONSTRAINT host_shows_a_film_once UNIQUE (owner_id, movie_id, starts_at)
      )`);
    await runner.query(`
      INSERT INTO event_slot
      SELECT id, owner_id, details ->> 'movieId', (details ->> 'startsAt')::timestamptz
      FROM listing WHERE kind = 'event' AND status <> 'archived' AND details ? 'movieId' ORDER BY id
      ON CONFLICT DO NOTHING`);
    await runner.query(TAKE_EVENT_SLOT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION take_event_slot(uuid, uuid, text, timestamptz); DROP TABLE event_slot');
  }
}

/**
 * Takes a slot for an event, and gives back the one it had where that was another; without a film it has none. False
 * where the host has another event in it: of two at once, the second one waits for the first and is told so.
 */
const TAKE_EVENT_SLOT = `
  CREATE FUNCTION take_event_slot(event_id uuid, host_id uuid, film_id text, begins_at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM event_slot WHERE listing_id = event_id AND (movie_id, starts_at) IS DISTINCT FROM (film_id, begins_at);
    IF film_id IS NULL THEN
      RETURN true;
    END IF;
    INSERT INTO event_slot VALUES (event_id, host_id, film_id, begins_at) ON CONFLICT DO NOTHING;
    RETURN EXISTS (SELECT FROM event_slot WHERE listing_id = event_id);
  END $$`;
