import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which token somebody's mails of a type are declined. */
export class CreateUnsubscription202611221901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unsubscription (
        token text PRIMARY KEY,
        person_id uuid NOT NULL,
        type text NOT NULL,
        CONSTRAINT unsubscription_is_one_for_each_person_and_type UNIQUE (person_id, type)
      )`);
    await runner.query('ALTER TABLE kept_mail ADD COLUMN unsubscribe_url text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE kept_mail DROP COLUMN unsubscribe_url');
    await runner.query('DROP TABLE unsubscription');
  }
}
