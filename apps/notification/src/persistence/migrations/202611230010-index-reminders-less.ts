import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every booking writes four reminders, and each wrote into seven indexes. Only reminders of events are ever moved, so
 * that only they are found by their listing; and what has begun was due before, so that old ones are found by that.
 */
export class IndexRemindersLess202611230010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX reminder_of_listing, reminder_past');
    await runner.query("CREATE INDEX reminder_of_event ON reminder (listing_id) WHERE booking ->> 'kind' = 'event'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX reminder_of_event');
    await runner.query('CREATE INDEX reminder_of_listing ON reminder (listing_id)');
    await runner.query('CREATE INDEX reminder_past ON reminder (begins_at)');
  }
}
