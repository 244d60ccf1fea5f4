import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several rooms may be reserved as one; each is a reservation like any other, and says which group it is of. */
export class GroupReservations202611222310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reservation_group (
        id uuid PRIMARY KEY,
        hotel_id uuid NOT NULL REFERENCES hotel,
        user_id uuid,
        first_answer jsonb,
        created_at timestamptz NOT NULL
      );
      ALTER TABLE reservation
        ADD COLUMN group_id uuid REFERENCES reservation_group,
        ADD COLUMN asked_together uuid CHECK (asked_together IS NULL OR wanted IS NOT NULL);
      COMMENT ON COLUMN reservation.asked_together IS 'With which others booking has been asked for what is wanted, for all of them or none';
      CREATE INDEX reservation_of_group ON reservation (group_id) WHERE group_id IS NOT NULL;
      CREATE INDEX reservation_asked_together ON reservation (asked_together) WHERE asked_together IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reservation DROP COLUMN group_id, DROP COLUMN asked_together;
      DROP TABLE reservation_group;
    `);
  }
}
