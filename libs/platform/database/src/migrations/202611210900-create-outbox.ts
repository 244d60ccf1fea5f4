import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facts wait here between the commit of their cause and the broker's confirmation.
 * Rows of one aggregate share a lane and leave in the order of their ids; nothing else orders them.
 */
export class CreateOutbox202611210900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        lane smallint NOT NULL GENERATED ALWAYS AS (hashtext(aggregate_id) & 15) STORED,
        id bigint GENERATED ALWAYS AS IDENTITY,
        message_id uuid NOT NULL,
        topic text NOT NULL,
        aggregate_id text NOT NULL,
        occurred_at timestamptz NOT NULL,
        request_id text NOT NULL,
        causation_id text,
        actor json,
        traceparent text,
        payload text NOT NULL,
        PRIMARY KEY (lane, id)
      )`);
    // Rows come and go all the time: it is their number that counts, not their share.
    await runner.query(`
      ALTER TABLE outbox SET (
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000)`);
    await runner.query(`
      CREATE FUNCTION record_facts(facts json) RETURNS void LANGUAGE sql AS $$
        INSERT INTO outbox (message_id, topic, aggregate_id, occurred_at, request_id, causation_id, actor, traceparent, payload)
        SELECT message_id, topic, aggregate_id, occurred_at, request_id, causation_id, actor, traceparent, payload
        FROM json_to_recordset(facts) AS fact (
          message_id uuid, topic text, aggregate_id text, occurred_at timestamptz, request_id text,
          causation_id text, actor json, traceparent text, payload text)
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION record_facts(json)');
    await runner.query('DROP TABLE outbox');
  }
}
