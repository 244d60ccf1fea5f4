import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The browsers that pushes go to. A fact is told once to each of somebody's browsers, and in one mail. */
export class CreatePushSubscription202611221905 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE push_subscription (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        endpoint text NOT NULL UNIQUE,
        p256dh text NOT NULL,
        auth text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX push_subscription_of_person ON push_subscription (person_id, id)');
    await runner.query(`
      ALTER TABLE delivery
        ADD COLUMN target text NOT NULL DEFAULT '',
        DROP CONSTRAINT delivery_tells_a_fact_once,
        ADD CONSTRAINT delivery_tells_a_fact_once UNIQUE (fact_key, person_id, channel, target)`);
    await runner.query(`COMMENT ON COLUMN delivery.target IS 'Which of somebody''s browsers; nothing where a channel reaches a person in one place'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM delivery WHERE channel = 'push'");
    await runner.query(`
      ALTER TABLE delivery
        DROP CONSTRAINT delivery_tells_a_fact_once,
        ADD CONSTRAINT delivery_tells_a_fact_once UNIQUE (fact_key, person_id, channel),
        DROP COLUMN target`);
    await runner.query('DROP TABLE push_subscription');
  }
}
