import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was applied already, kept in the transaction that applied it, so that a message told twice has one effect. */
export class CreateInbox202611210901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inbox (
        message_id text NOT NULL,
        handler text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (message_id, handler)
      )`);
    await runner.query('CREATE INDEX inbox_applied_at ON inbox USING brin (applied_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox');
  }
}
