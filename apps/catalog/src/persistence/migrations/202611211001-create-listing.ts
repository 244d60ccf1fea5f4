import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Listings as their owners wrote them, their photos, and the files nobody may need any more. */
export class CreateListing202611211001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE listing (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('apartment', 'item', 'workspace', 'event', 'room')),
        status text NOT NULL CHECK (status IN ('draft', 'active', 'inactive', 'archived')),
        title text NOT NULL,
        description text NOT NULL,
        category text,
        tags text[] NOT NULL,
        amenities text[] NOT NULL,
        address text,
        city text NOT NULL,
        district text,
        lat float8 NOT NULL CHECK (lat BETWEEN -90 AND 90),
        lng float8 NOT NULL CHECK (lng BETWEEN -180 AND 180),
        time_zone text NOT NULL,
        price jsonb NOT NULL,
        capacity int NOT NULL CHECK (capacity > 0),
        booking jsonb NOT NULL,
        terms text,
        details jsonb NOT NULL,
        version int NOT NULL CHECK (version > 0),
        source_version int,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL
      );
      COMMENT ON COLUMN listing.source_version IS 'The version of the hotel facts a room listing was last made from.';
      CREATE INDEX listing_owner ON listing (owner_id);

      CREATE TABLE photo (
        id uuid PRIMARY KEY,
        listing_id uuid NOT NULL REFERENCES listing ON DELETE CASCADE,
        place int NOT NULL,
        content_hash bytea NOT NULL,
        small_key text NOT NULL,
        medium_key text NOT NULL,
        large_key text NOT NULL,
        small_url text NOT NULL,
        medium_url text NOT NULL,
        large_url text NOT NULL,
        width int NOT NULL,
        height int NOT NULL,
        UNIQUE (listing_id, content_hash)
      );

      CREATE TABLE stray_file (
        storage_key text PRIMARY KEY,
        due_at timestamptz NOT NULL
      );
      COMMENT ON TABLE stray_file IS 'Files that belong to no photo, or not yet; swept from storage once due.';
      CREATE INDEX stray_file_due ON stray_file (due_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stray_file, photo, listing');
  }
}
