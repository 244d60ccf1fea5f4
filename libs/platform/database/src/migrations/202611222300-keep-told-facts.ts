import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facts the broker has confirmed stay for a while, because the broker's own content is in no backup: a database that is
 * brought back tells them again, and whoever had taken them in before the backup finds so in its inbox. Nobody looks a
 * single one up, so that keeping one costs a row and next to nothing of an index.
 */
export class KeepToldFacts202611222300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE told_fact (
        told_at timestamptz NOT NULL DEFAULT now(),
        id bigint NOT NULL,
        message_id uuid NOT NULL,
        topic text NOT NULL,
        aggregate_id text NOT NULL,
        occurred_at timestamptz NOT NULL,
        request_id text NOT NULL,
        causation_id text,
        actor json,
        traceparent text,
        payload text NOT NULL
      )`);
    await runner.query('CREATE INDEX told_fact_told_at ON told_fact USING brin (told_at) WITH (pages_per_range = 16)');
    await runner.query(`
      ALTER TABLE told_fact SET (
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
        autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000)`);
    // Under their old numbers, so that those of one aggregate leave in their order and before what was never told.
    await runner.query(`
      CREATE FUNCTION tell_facts_again() RETURNS bigint LANGUAGE sql AS $$
        WITH kept AS (DELETE FROM told_fact RETURNING *), again AS (
          INSERT INTO outbox (id, message_id, topic, aggregate_id, occurred_at, request_id, causation_id, actor, traceparent, payload)
          OVERRIDING SYSTEM VALUE
          SELECT id, message_id, topic, aggregate_id, occurred_at, request_id, causation_id, actor, traceparent, payload FROM kept
          ON CONFLICT (lane, id) DO NOTHING RETURNING 1)
        SELECT count(*) FROM again
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION tell_facts_again()');
    await runner.query('DROP TABLE told_fact');
  }
}
