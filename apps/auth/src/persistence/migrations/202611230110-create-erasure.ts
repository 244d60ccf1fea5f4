import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which service has erased whom: a row for each, asked until it has said so, and once more when what was under way has arrived. */
export class CreateErasure202611230110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE erasure (
        person_id uuid NOT NULL,
        service text NOT NULL,
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        rows_erased bigint NOT NULL DEFAULT 0,
        fault text,
        acknowledged_at timestamptz,
        repeated_at timestamptz,
        PRIMARY KEY (person_id, service),
        CHECK (repeated_at IS NULL OR acknowledged_at IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX erasure_due ON erasure (due_at) WHERE repeated_at IS NULL');
    await runner.query('CREATE INDEX erasure_asked ON erasure (asked_at, person_id)');
    await runner.query(`COMMENT ON COLUMN erasure.repeated_at IS 'When it was erased once more, after whatever was on its way had arrived'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erasure');
  }
}
