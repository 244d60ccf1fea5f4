import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Skeletons are written in the background and read while somebody types: so they are sorted into their index at once, and
 * no reader goes through what waits to be sorted in, which took thirty times as long.
 */
export class KeepSkeletonsAtHand202611212004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX suggestion_skeletons SET (fastupdate = off)');
    await runner.query(`SELECT gin_clean_pending_list('suggestion_skeletons'::regclass)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX suggestion_skeletons RESET (fastupdate)');
  }
}
