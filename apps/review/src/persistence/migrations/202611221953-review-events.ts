import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A listing that is an event may be reviewed under either name, and once. */
export class ReviewEvents202611221953 implements MigrationInterface {
  readonly name = 'ReviewEvents202611221953';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE completed_booking ADD is_of_event boolean NOT NULL DEFAULT false;
      UPDATE completed_booking SET is_of_event = true FROM event_audience WHERE event_audience.listing_id = completed_booking.listing_id;
      ALTER TABLE review DROP CONSTRAINT review_subject_check;
      ALTER TABLE review ADD CONSTRAINT review_subject_check CHECK (subject IN ('listing', 'event', 'host', 'guest'));
      CREATE UNIQUE INDEX review_of_one_listing ON review (booking_id) WHERE rated = 'listing';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX review_of_one_listing;
      UPDATE review SET subject = 'listing' WHERE subject = 'event';
      ALTER TABLE review DROP CONSTRAINT review_subject_check;
      ALTER TABLE review ADD CONSTRAINT review_subject_check CHECK (subject IN ('listing', 'host', 'guest'));
      ALTER TABLE completed_booking DROP is_of_event;
    `);
  }
}
