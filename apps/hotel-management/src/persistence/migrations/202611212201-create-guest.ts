import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The guests of a hotel. A record that was merged into another one stays, so that whatever names it still finds its way.
 * The text that is searched folds case and the Russian ё, which people leave out as often as they write it.
 */
export class CreateGuest202611212201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION folded_name(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN translate(lower(name), 'ё', 'е');
      CREATE TABLE guest (
        id uuid PRIMARY KEY,
        hotel_id uuid NOT NULL REFERENCES hotel,
        client_number char(12) NOT NULL UNIQUE,
        user_id uuid,
        first_name text NOT NULL,
        last_name text NOT NULL,
        birth_date date NOT NULL,
        phone text,
        email text,
        note text,
        merged_into uuid REFERENCES guest,
        created_at timestamptz NOT NULL,
        searched text NOT NULL GENERATED ALWAYS AS (
          folded_name(first_name || ' ' || last_name || ' ' || first_name || ' ' || coalesce(phone, '') || ' ' || coalesce(email, '') || ' ' || client_number)) STORED,
        CHECK (phone IS NOT NULL OR email IS NOT NULL),
        CHECK (merged_into <> id)
      );
      CREATE INDEX guest_of_hotel ON guest (hotel_id, id) WHERE merged_into IS NULL;
      CREATE UNIQUE INDEX guest_account ON guest (hotel_id, user_id) WHERE merged_into IS NULL;
      CREATE INDEX guest_merged ON guest (merged_into) WHERE merged_into IS NOT NULL;
      CREATE INDEX guest_user ON guest (user_id) WHERE user_id IS NOT NULL;
      CREATE INDEX guest_searched ON guest USING gin (searched gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE guest; DROP FUNCTION folded_name(text)');
  }
}
