import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateClickCount202611211001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE click_count (
        code text NOT NULL REFERENCES link ON DELETE CASCADE,
        day date NOT NULL,
        referrer_host text NOT NULL,
        by_robot boolean NOT NULL,
        clicks integer NOT NULL CHECK (clicks > 0),
        PRIMARY KEY (code, day, referrer_host, by_robot)
      )`);
    await runner.query(`
      CREATE TABLE click_batch (
        id uuid PRIMARY KEY,
        counted_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX click_batch_by_age ON click_batch (counted_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE click_batch');
    await runner.query('DROP TABLE click_count');
  }
}
