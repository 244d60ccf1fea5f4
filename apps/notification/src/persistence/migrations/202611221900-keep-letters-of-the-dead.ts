import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A delivery that died keeps its letter, so that it can be sent after all; one that holds a secret does not. */
export class KeepLettersOfTheDead202611221900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery
        ADD COLUMN tries_before integer NOT NULL DEFAULT 0,
        DROP CONSTRAINT delivery_keeps_a_letter_only_while_it_waits,
        ADD CONSTRAINT delivery_keeps_a_letter_only_while_it_may_go CHECK (
          CASE state WHEN 'waiting' THEN letter IS NOT NULL WHEN 'failed' THEN letter IS NULL OR NOT (letter ->> 'isSecret')::boolean ELSE letter IS NULL END)`);
    await runner.query(`COMMENT ON COLUMN delivery.tries_before IS 'How often it was tried before it was last sent on its way anew; attempts only ever grow, because they tell workers apart'`);
    await runner.query("CREATE INDEX delivery_dead ON delivery (id) WHERE state = 'failed'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE delivery SET letter = NULL WHERE state = 'failed'");
    await runner.query('DROP INDEX delivery_dead');
    await runner.query(`
      ALTER TABLE delivery
        DROP CONSTRAINT delivery_keeps_a_letter_only_while_it_may_go,
        ADD CONSTRAINT delivery_keeps_a_letter_only_while_it_waits CHECK ((state = 'waiting') = (letter IS NOT NULL)),
        DROP COLUMN tries_before`);
  }
}
