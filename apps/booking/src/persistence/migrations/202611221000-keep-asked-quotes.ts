import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was quoted, so that an owner can see what other prices would have made of it. Nothing in it says who asked. */
export class KeepAskedQuotes202611221000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE asked_quote (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        resource_id uuid NOT NULL REFERENCES resource,
        asked_on text NOT NULL,
        wish jsonb NOT NULL,
        times integer NOT NULL CHECK (times > 0),
        total_amount bigint NOT NULL,
        currency text NOT NULL,
        UNIQUE (resource_id, asked_on, wish)
      )`);
    await runner.query('CREATE INDEX asked_quote_day ON asked_quote (asked_on)');
    await runner.query(`COMMENT ON TABLE asked_quote IS 'What was asked of a resource on a day where it is, and how often; forgotten after 90 days'`);
    await runner.query(`COMMENT ON COLUMN asked_quote.total_amount IS 'What it came to when it was last asked on that day'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE asked_quote');
  }
}
