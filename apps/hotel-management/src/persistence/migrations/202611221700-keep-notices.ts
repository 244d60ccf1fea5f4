import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the staff was told: of one thing at one time once. */
export class KeepNotices202611221700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('departure-due', 'stay-overdue', 'cleaning-due')),
        subject_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        hotel_id uuid NOT NULL REFERENCES hotel,
        room_id uuid NOT NULL REFERENCES room,
        told_at timestamptz NOT NULL,
        CONSTRAINT notice_is_told_once UNIQUE (subject_id, kind, due_at)
      );
      COMMENT ON COLUMN notice.subject_id IS 'The reservation whose guest leaves, or the cleaning';
      COMMENT ON COLUMN notice.due_at IS 'From when on it was to be told; a stay that ends at another time is told of anew';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice');
  }
}
