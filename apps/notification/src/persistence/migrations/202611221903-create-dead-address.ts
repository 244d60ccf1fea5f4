import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that are not mailed any more, and what was told of mails, so that each event counts once. */
export class CreateDeadAddress202611221903 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dead_address (
        id uuid PRIMARY KEY,
        address text NOT NULL UNIQUE CHECK (address = lower(address)),
        kind text NOT NULL CHECK (kind IN ('bounced', 'complained')),
        reason text NOT NULL,
        since timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE mail_event (
        id text PRIMARY KEY,
        taken_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX mail_event_past ON mail_event (taken_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_event, dead_address');
  }
}
