import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A gateway that starts, or comes back to the broker, asks for what it was not there to hear. */
export class CreateEndedSession202611212200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ended_session (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        user_id uuid NOT NULL,
        session_id uuid,
        except_session_id uuid,
        ended_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX ended_session_by_end ON ended_session (ended_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ended_session');
  }
}
