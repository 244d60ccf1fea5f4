import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BlockPeople202611221954 implements MigrationInterface {
  readonly name = 'BlockPeople202611221954';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE blocked_person (
        blocker_id uuid NOT NULL,
        blocked_id uuid NOT NULL,
        since timestamptz NOT NULL,
        PRIMARY KEY (blocker_id, blocked_id)
      );
      COMMENT ON TABLE blocked_person IS 'Who wants to have nothing to do with whom; neither follows the other.';
      CREATE INDEX blocked_person_blocked ON blocked_person (blocked_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE blocked_person');
  }
}
