import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who helps the hosts of events. A row stays when the rights are taken back: its version goes on, so that nobody who is
 * told of it takes an old word for a new one, and the history can say that whoever answered a request had the right to.
 *
 * The resource carries the ids of those who have the rights now, under a new revision with each change, so that nothing is
 * decided on rights that somebody else has just taken back.
 */
export class CreateModerator202611221100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE moderator (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resource,
        user_id uuid NOT NULL,
        is_active boolean NOT NULL,
        changed_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (resource_id, user_id)
      )`);
    await runner.query('CREATE INDEX moderator_user ON moderator (user_id) WHERE is_active');
    await runner.query(`ALTER TABLE resource ADD COLUMN moderator_ids uuid[] NOT NULL DEFAULT '{}'`);
    await runner.query(`CREATE INDEX booking_participant ON booking (resource_id, id) WHERE kind = 'event'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_participant; ALTER TABLE resource DROP COLUMN moderator_ids; DROP TABLE moderator');
  }
}
