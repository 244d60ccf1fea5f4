import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountCountries202611221956 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE click_country (
        code text NOT NULL REFERENCES link ON DELETE CASCADE,
        day date NOT NULL,
        country text NOT NULL,
        clicks integer NOT NULL CHECK (clicks > 0),
        PRIMARY KEY (code, day, country)
      );
      COMMENT ON TABLE click_country IS 'Clicks of people, by the region of the language that their browser asks for; of robots nothing is kept here.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE click_country');
  }
}
