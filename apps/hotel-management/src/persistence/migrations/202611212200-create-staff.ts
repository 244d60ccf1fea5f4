import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works in a hotel, and as what. Whoever opened a hotel before is its owner. */
export class CreateStaff202611212200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_member (
        id uuid PRIMARY KEY,
        hotel_id uuid NOT NULL REFERENCES hotel,
        user_id uuid,
        email text,
        role text NOT NULL CHECK (role IN ('owner', 'administrator', 'cleaner')),
        first_name text,
        last_name text,
        birth_date date,
        phone text,
        created_at timestamptz NOT NULL,
        CHECK (user_id IS NOT NULL OR email IS NOT NULL)
      );
      COMMENT ON COLUMN staff_member.email IS 'The address they were registered under; an account gets in once it has confirmed it.';
      CREATE UNIQUE INDEX staff_member_account ON staff_member (hotel_id, user_id);
      CREATE UNIQUE INDEX staff_member_address ON staff_member (hotel_id, lower(email));
      CREATE INDEX staff_member_user ON staff_member (user_id, hotel_id);
      CREATE INDEX staff_member_awaited ON staff_member (lower(email)) WHERE user_id IS NULL;
      INSERT INTO staff_member (id, hotel_id, user_id, role, created_at)
        SELECT id, id, owner_id, 'owner', created_at FROM hotel;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_member');
  }
}
