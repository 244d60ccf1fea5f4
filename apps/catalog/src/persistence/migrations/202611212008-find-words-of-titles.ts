import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words of titles by themselves: whoever has all that is asked for in the title comes first, and where those fill a
 * page, of a word that thousands have in their descriptions nothing else is read (ADR 0013).
 */
export class FindWordsOfTitles202611212008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX search_entry_title_words ON search_entry USING gin (ts_filter(document, '{a}')) WHERE status = 'active'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX search_entry_title_words');
  }
}
