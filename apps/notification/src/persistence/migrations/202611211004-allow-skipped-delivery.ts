import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A delivery that nobody was to be reached by is settled without having been tried. */
export class AllowSkippedDelivery202611211004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery DROP CONSTRAINT delivery_state_check;
      ALTER TABLE delivery ADD CONSTRAINT delivery_state_check CHECK (state IN ('waiting', 'sent', 'failed', 'skipped'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE delivery SET state = 'failed' WHERE state = 'skipped';
      ALTER TABLE delivery DROP CONSTRAINT delivery_state_check;
      ALTER TABLE delivery ADD CONSTRAINT delivery_state_check CHECK (state IN ('waiting', 'sent', 'failed'))`);
  }
}
