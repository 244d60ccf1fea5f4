import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Commands that were carried out under an idempotency key, with the answer they were given.
 * The answer is null only while its own transaction runs, so nobody else ever reads it so.
 */
export class CreateIdempotency202611210902 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency (
        caller text NOT NULL,
        topic text NOT NULL,
        key text NOT NULL,
        body_hash bytea NOT NULL,
        answer text,
        answered_in_bytes boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (caller, topic, key)
      ) WITH (fillfactor = 70)`);
    await runner.query('CREATE INDEX idempotency_created_at ON idempotency USING brin (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency');
  }
}
