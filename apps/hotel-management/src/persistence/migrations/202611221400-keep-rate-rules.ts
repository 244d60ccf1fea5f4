import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A night may cost otherwise in a season, on some days or weekdays. */
export class KeepRateRules202611221400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE hotel ADD COLUMN rate_rules jsonb NOT NULL DEFAULT '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE hotel DROP COLUMN rate_rules');
  }
}
