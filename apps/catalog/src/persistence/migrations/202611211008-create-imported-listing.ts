import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By what listings were known elsewhere. A row is written before its listing is, so that of two imports at once one waits
 * for the other; hence the reference is looked at when the transaction commits.
 */
export class CreateImportedListing202611211008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imported_listing (
        source text NOT NULL,
        external_id text NOT NULL,
        listing_id uuid NOT NULL UNIQUE REFERENCES listing ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (source, external_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imported_listing');
  }
}
