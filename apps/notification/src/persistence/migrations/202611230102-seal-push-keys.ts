import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sealed keys of browsers beside plain ones, which are sealed in the background; found by two small indexes each. */
export class SealPushKeys202611230102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE push_subscription
        ADD COLUMN sealed_p256dh bytea,
        ADD COLUMN sealed_auth bytea,
        ALTER COLUMN p256dh DROP NOT NULL,
        ALTER COLUMN auth DROP NOT NULL,
        ADD CONSTRAINT push_subscription_has_its_keys CHECK (num_nonnulls(p256dh, sealed_p256dh) > 0 AND num_nonnulls(auth, sealed_auth) > 0);
      CREATE INDEX push_subscription_plain_p256dh ON push_subscription (endpoint) WHERE p256dh IS NOT NULL;
      CREATE INDEX push_subscription_sealed_p256dh ON push_subscription (substring(sealed_p256dh FROM 1 FOR 9));
      CREATE INDEX push_subscription_plain_auth ON push_subscription (endpoint) WHERE auth IS NOT NULL;
      CREATE INDEX push_subscription_sealed_auth ON push_subscription (substring(sealed_auth FROM 1 FOR 9));
    `);
  }

  /** What is sealed by then is given up: browsers subscribe again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM push_subscription WHERE p256dh IS NULL OR auth IS NULL;
      DROP INDEX push_subscription_plain_p256dh, push_subscription_plain_auth;
      ALTER TABLE push_subscription DROP COLUMN sealed_p256dh, DROP COLUMN sealed_auth, ALTER COLUMN p256dh SET NOT NULL, ALTER COLUMN auth SET NOT NULL`);
  }
}
