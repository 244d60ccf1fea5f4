import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotification202611211001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        fact_key text NOT NULL,
        person_id uuid NOT NULL,
        type text NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        subject text NOT NULL,
        subject_id text NOT NULL,
        path text NOT NULL,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notification_tells_a_fact_once UNIQUE (fact_key, person_id)
      )`);
    await runner.query('CREATE INDEX notification_newest_of_person ON notification (person_id, created_at DESC, id DESC)');
    await runner.query('CREATE INDEX notification_unread_of_person ON notification (person_id, created_at DESC, id DESC) WHERE read_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification');
  }
}
