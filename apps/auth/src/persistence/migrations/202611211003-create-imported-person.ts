import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what people were known elsewhere. It is kept as long as their account, so that bringing them over again finds them. */
export class CreateImportedPerson202611211003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imported_person (
        source text NOT NULL,
        external_id text NOT NULL,
        user_id uuid NOT NULL UNIQUE REFERENCES user_account ON DELETE CASCADE,
        PRIMARY KEY (source, external_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imported_person');
  }
}
