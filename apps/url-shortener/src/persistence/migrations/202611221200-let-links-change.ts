import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links may lead elsewhere and be removed. A removed one keeps nothing but its code, so that nobody gets that again. */
export class LetLinksChange202611221200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE link
        ADD COLUMN removed_at timestamptz,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        DROP CONSTRAINT link_is_a_persons_or_the_platforms,
        ADD CONSTRAINT link_is_a_persons_or_the_platforms CHECK (removed_at IS NOT NULL OR (owner_id IS NULL) <> (purpose IS NULL)),
        ADD CONSTRAINT removed_link_leads_nowhere CHECK (removed_at IS NULL OR url = '')`);
    await runner.query('DROP INDEX link_by_owner');
    await runner.query('CREATE INDEX link_of_owner ON link (owner_id, created_at DESC, code DESC) WHERE owner_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM link WHERE removed_at IS NOT NULL');
    await runner.query('DROP INDEX link_of_owner');
    await runner.query('CREATE INDEX link_by_owner ON link (owner_id) WHERE owner_id IS NOT NULL');
    await runner.query(`
      ALTER TABLE link DROP CONSTRAINT removed_link_leads_nowhere, DROP CONSTRAINT link_is_a_persons_or_the_platforms, DROP COLUMN removed_at, DROP COLUMN version,
        ADD CONSTRAINT link_is_a_persons_or_the_platforms CHECK ((owner_id IS NULL) <> (purpose IS NULL))`);
  }
}
