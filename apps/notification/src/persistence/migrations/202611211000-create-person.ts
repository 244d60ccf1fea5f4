import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePerson202611211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Of somebody who has left only the id and the version stay, so that an event that comes late brings nothing back.
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        email text,
        name text,
        locale text,
        email_verified boolean NOT NULL DEFAULT false,
        is_erased boolean NOT NULL DEFAULT false,
        CONSTRAINT person_is_known_or_erased CHECK (is_erased = (email IS NULL) AND is_erased = (name IS NULL) AND is_erased = (locale IS NULL))
      )`);
    await runner.query(`
      CREATE TABLE preference (
        person_id uuid NOT NULL,
        type text NOT NULL,
        in_app boolean,
        email boolean,
        telegram boolean,
        push boolean,
        PRIMARY KEY (person_id, type)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE preference');
    await runner.query('DROP TABLE person');
  }
}
