import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateKeptMail202611211003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kept_mail (
        id uuid PRIMARY KEY,
        address text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp())
      )`);
    await runner.query('CREATE INDEX kept_mail_newest ON kept_mail (sent_at DESC, id DESC)');
    await runner.query('CREATE INDEX kept_mail_newest_of_address ON kept_mail (lower(address), sent_at DESC, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_mail');
  }
}
