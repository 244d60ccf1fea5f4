import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the jobs that time sets off went the last time, on whichever replica that was. */
export class CreateJobRun202611222001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_run (
        job text PRIMARY KEY,
        cadence text NOT NULL,
        started_at timestamptz NOT NULL,
        took_ms integer NOT NULL,
        next_at timestamptz,
        failed_at timestamptz,
        fault text
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job_run');
  }
}
