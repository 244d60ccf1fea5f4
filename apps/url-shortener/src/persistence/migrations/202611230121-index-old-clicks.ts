import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old clicks are forgotten: without these each night would read all of them. */
export class IndexOldClicks202611230121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX click_count_day ON click_count USING brin (day); CREATE INDEX click_country_day ON click_country USING brin (day)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX click_count_day, click_country_day');
  }
}
