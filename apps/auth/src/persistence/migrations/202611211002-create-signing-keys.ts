import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys that sign access tokens; private halves are sealed, and `sealed_by` tells with which sealing key. */
export class CreateSigningKeys202611211002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_key (
        kid text PRIMARY KEY,
        public_jwk jsonb NOT NULL,
        sealed_private_key bytea NOT NULL,
        sealed_by text NOT NULL,
        created_at timestamptz NOT NULL,
        signs_from timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signing_key');
  }
}
