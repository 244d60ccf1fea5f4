import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offers to those who agreed to them, and how far each has come. */
export class CreateSpecialOffer202611221906 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE special_offer (
        id uuid PRIMARY KEY,
        words jsonb NOT NULL,
        sent_to integer NOT NULL DEFAULT 0,
        last_person_id uuid,
        created_at timestamptz NOT NULL,
        ended_at timestamptz
      )`);
    await runner.query('CREATE INDEX special_offer_going_on ON special_offer (id) WHERE ended_at IS NULL');
    await runner.query("CREATE INDEX preference_of_offers ON preference (person_id) WHERE type = 'special-offer' AND email");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX preference_of_offers');
    await runner.query('DROP TABLE special_offer');
  }
}
