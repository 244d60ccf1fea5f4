import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Opening hours, closed days, buffers and the time of an event change as places do. What was kept before says the
 * places alone: of that time the rules are those of the next change that kept them.
 */
export class KeepPastTerms202611221500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE past_capacity RENAME TO past_terms');
    await runner.query('ALTER TABLE past_terms ADD COLUMN rules jsonb, ADD COLUMN session_from timestamptz, ADD COLUMN session_to timestamptz');
    await runner.query(`COMMENT ON TABLE past_terms IS 'How many places a resource had, and when it could be booked, until that was changed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE past_terms DROP COLUMN rules, DROP COLUMN session_from, DROP COLUMN session_to');
    await runner.query('ALTER TABLE past_terms RENAME TO past_capacity');
  }
}
