import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDelivery202611211002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A delivery that somebody works on is due again at the end of that lease, so a dead worker needs no cleaning up after.
    await runner.query(`
      CREATE TABLE delivery (
        id uuid PRIMARY KEY,
        fact_key text NOT NULL,
        person_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel IN ('email', 'telegram', 'push')),
        template text NOT NULL,
        locale text NOT NULL,
        address text NOT NULL,
        name text NOT NULL,
        letter jsonb,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        reason text,
        provider_id text,
        created_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        CONSTRAINT delivery_tells_a_fact_once UNIQUE (fact_key, person_id, channel),
        CONSTRAINT delivery_is_settled_with_a_time CHECK ((state = 'waiting') = (settled_at IS NULL)),
        CONSTRAINT delivery_keeps_a_letter_only_while_it_waits CHECK ((state = 'waiting') = (letter IS NOT NULL))
      )`);
    await runner.query("CREATE INDEX delivery_due ON delivery (due_at) WHERE state = 'waiting'");
    await runner.query('CREATE INDEX delivery_of_person ON delivery (person_id)');
    await runner.query("CREATE INDEX delivery_settled ON delivery (settled_at) WHERE state <> 'waiting'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery');
  }
}
