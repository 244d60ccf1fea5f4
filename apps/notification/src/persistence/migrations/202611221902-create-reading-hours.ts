import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people want to be written to, and deliveries that are held for the one mail a day. */
export class CreateReadingHours202611221902 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reading_hours (
        person_id uuid PRIMARY KEY,
        time_zone text,
        quiet_from text,
        quiet_until text,
        digest_at text,
        CONSTRAINT reading_hours_are_told_by_a_clock CHECK (time_zone IS NOT NULL OR (quiet_from IS NULL AND digest_at IS NULL)),
        CONSTRAINT reading_hours_end_their_quiet CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from <> quiet_until)
      )`);
    await runner.query(`
      ALTER TABLE delivery
        ADD COLUMN digest_id uuid,
        DROP CONSTRAINT delivery_state_check,
        ADD CONSTRAINT delivery_state_check CHECK (state IN ('waiting', 'held', 'sent', 'gathered', 'failed', 'skipped')),
        DROP CONSTRAINT delivery_is_settled_with_a_time,
        ADD CONSTRAINT delivery_is_settled_with_a_time CHECK ((state IN ('waiting', 'held')) = (settled_at IS NULL)),
        ADD CONSTRAINT delivery_is_gathered_into_a_digest CHECK ((state = 'gathered') = (digest_id IS NOT NULL)),
        DROP CONSTRAINT delivery_keeps_a_letter_only_while_it_may_go,
        ADD CONSTRAINT delivery_keeps_a_letter_only_while_it_may_go CHECK (
          CASE WHEN state IN ('waiting', 'held') THEN letter IS NOT NULL
               WHEN state = 'failed' THEN letter IS NULL OR NOT (letter ->> 'isSecret')::boolean
               ELSE letter IS NULL END)`);
    await runner.query(`COMMENT ON COLUMN delivery.digest_id IS 'The delivery that told it together with others'`);
    await runner.query("CREATE INDEX delivery_held ON delivery (due_at) WHERE state = 'held'");
    await runner.query('DROP INDEX delivery_settled');
    await runner.query('CREATE INDEX delivery_settled ON delivery (settled_at) WHERE settled_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE delivery SET state = 'waiting' WHERE state = 'held'");
    await runner.query("UPDATE delivery SET state = 'sent', digest_id = NULL WHERE state = 'gathered'");
    await runner.query('DROP INDEX delivery_held, delivery_settled');
    await runner.query("CREATE INDEX delivery_settled ON delivery (settled_at) WHERE state <> 'waiting'");
    await runner.query(`
      ALTER TABLE delivery
        DROP CONSTRAINT delivery_keeps_a_letter_only_while_it_may_go,
        DROP CONSTRAINT delivery_is_gathered_into_a_digest,
        DROP CONSTRAINT delivery_is_settled_with_a_time,
        DROP CONSTRAINT delivery_state_check,
        DROP COLUMN digest_id,
        ADD CONSTRAINT delivery_state_check CHECK (state IN ('waiting', 'sent', 'failed', 'skipped')),
        ADD CONSTRAINT delivery_is_settled_with_a_time CHECK ((state = 'waiting') = (settled_at IS NULL)),
        ADD CONSTRAINT delivery_keeps_a_letter_only_while_it_may_go CHECK (
          CASE state WHEN 'waiting' THEN letter IS NOT NULL WHEN 'failed' THEN letter IS NULL OR NOT (letter ->> 'isSecret')::boolean ELSE letter IS NULL END)`);
    await runner.query('DROP TABLE reading_hours');
  }
}
