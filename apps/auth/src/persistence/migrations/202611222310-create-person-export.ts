import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody asked to be handed of themselves: one for each person, gathered by whoever holds the lease. */
export class CreatePersonExport202611222310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person_export (
        user_id uuid PRIMARY KEY REFERENCES user_account ON DELETE CASCADE,
        id uuid NOT NULL UNIQUE,
        storage_key text NOT NULL,
        asked_at timestamptz NOT NULL,
        services_done integer NOT NULL DEFAULT 0,
        services integer NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        leased_until timestamptz NOT NULL,
        ready_at timestamptz,
        expires_at timestamptz,
        bytes bigint,
        CHECK ((ready_at IS NULL) = (expires_at IS NULL) AND (ready_at IS NULL) = (bytes IS NULL))
      )`);
    await runner.query('CREATE INDEX person_export_waiting ON person_export (leased_until) WHERE ready_at IS NULL');
    await runner.query('CREATE INDEX person_export_expires ON person_export (expires_at) WHERE ready_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_export');
  }
}
