import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever asks for a room to be cleaned may say what for. */
export class NoteCleaning202611221300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cleaning ADD COLUMN note text');
    await runner.query('CREATE INDEX cleaning_of_hotel ON cleaning (hotel_id) WHERE done_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX cleaning_of_hotel; ALTER TABLE cleaning DROP COLUMN note');
  }
}
