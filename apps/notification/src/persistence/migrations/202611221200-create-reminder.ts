import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of what people are reminded of, one row for each booking, kind and person, and when events take place.
 *
 * Bookings of an event keep the time they were made for, so it is the event that says when it is. Its row here is also the
 * lock behind which its reminders are planned and moved: a booking that comes at that moment is not missed.
 */
export class CreateReminder202611221200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder (
        id uuid PRIMARY KEY,
        booking_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('day', 'hour')),
        person_id uuid NOT NULL,
        listing_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('planned', 'sent', 'skipped', 'dropped', 'withdrawn')),
        due_at timestamptz NOT NULL,
        begins_at timestamptz NOT NULL,
        booking jsonb NOT NULL,
        booking_version integer NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT reminder_is_one_for_each_booking_kind_and_person UNIQUE (booking_id, kind, person_id)
      )`);
    await runner.query("CREATE INDEX reminder_due ON reminder (due_at, id) WHERE state = 'planned'");
    await runner.query('CREATE INDEX reminder_listed ON reminder (due_at, id)');
    await runner.query('CREATE INDEX reminder_of_listing ON reminder (listing_id)');
    await runner.query('CREATE INDEX reminder_of_person ON reminder (person_id)');
    await runner.query('CREATE INDEX reminder_past ON reminder (begins_at)');
    await runner.query(`COMMENT ON COLUMN reminder.booking IS 'What the words are made of: the booking as it was last told, at the time that holds now'`);
    await runner.query(`
      CREATE TABLE event_time (
        listing_id uuid PRIMARY KEY,
        begins_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        version integer NOT NULL
      )`);
    await runner.query(`COMMENT ON COLUMN event_time.version IS 'The version of the listing that said so; 0 where only a booking has'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE event_time, reminder');
  }
}
