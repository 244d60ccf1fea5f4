import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each booking has been told of: what began before its confirmation was heard of is not reminded of. */
export class KeepBookingNews202611221500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE booking_news (booking_id uuid PRIMARY KEY, version integer NOT NULL, ends_at timestamptz NOT NULL)');
    await runner.query('CREATE INDEX booking_news_past ON booking_news (ends_at)');
    await runner.query('INSERT INTO booking_news SELECT booking_id, max(booking_version), max(begins_at) FROM reminder GROUP BY booking_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE booking_news');
  }
}
