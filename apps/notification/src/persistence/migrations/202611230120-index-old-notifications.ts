import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old notifications are forgotten, and rows lie in the order in which they were made: a few bytes tell where the old ones are. */
export class IndexOldNotifications202611230120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX notification_created_at ON notification USING brin (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notification_created_at');
  }
}
