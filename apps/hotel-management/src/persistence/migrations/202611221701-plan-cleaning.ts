import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A room may be cleaned for a while after each stay, and nobody else has it until then. */
export class PlanCleaning202611221701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hotel ADD COLUMN cleaning_minutes integer NOT NULL DEFAULT 0 CHECK (cleaning_minutes >= 0);
      ALTER TABLE reservation ADD COLUMN cleaned_at timestamptz CHECK (cleaned_at > ends_at);
      COMMENT ON COLUMN reservation.cleaned_at IS 'Until when its room is cleaned after it, where time is planned for that';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reservation DROP COLUMN cleaned_at; ALTER TABLE hotel DROP COLUMN cleaning_minutes');
  }
}
