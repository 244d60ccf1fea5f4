import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLink202611211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE link (
        code text PRIMARY KEY,
        url text NOT NULL,
        owner_id uuid,
        purpose text,
        expires_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT link_is_a_persons_or_the_platforms CHECK ((owner_id IS NULL) <> (purpose IS NULL))
      )`);
    // Two slugs that differ in nothing but capitals would be taken for one another.
    await runner.query('CREATE UNIQUE INDEX link_code_whatever_its_case ON link (lower(code))');
    await runner.query('CREATE UNIQUE INDEX link_of_the_platform_once_per_purpose ON link (purpose, md5(url)) WHERE owner_id IS NULL');
    await runner.query('CREATE INDEX link_by_owner ON link (owner_id) WHERE owner_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE link');
  }
}
