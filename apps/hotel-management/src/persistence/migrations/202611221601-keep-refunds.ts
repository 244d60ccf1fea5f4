import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A refund is a payment of less than nothing that names what it gives back; how much of that is gone, the payment itself knows. */
export class KeepRefunds202611221601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment
        ADD COLUMN note text,
        ADD COLUMN refund_of uuid REFERENCES payment,
        ADD COLUMN refunded_amount bigint NOT NULL DEFAULT 0,
        ADD CONSTRAINT payment_is_refunded_once CHECK (refunded_amount BETWEEN 0 AND greatest(amount, 0)),
        ADD CONSTRAINT refund_names_its_payment CHECK ((amount < 0) = (refund_of IS NOT NULL));
      CREATE INDEX refund_of_payment ON payment (refund_of) WHERE refund_of IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payment DROP COLUMN note, DROP COLUMN refund_of, DROP COLUMN refunded_amount');
  }
}
