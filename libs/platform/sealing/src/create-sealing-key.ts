import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which keys a service has been given, and from when on they seal. Nothing of the keys themselves is kept. */
export class CreateSealingKey202611230100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealing_key (
        id text PRIMARY KEY,
        seals_from timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sealing_key');
  }
}
