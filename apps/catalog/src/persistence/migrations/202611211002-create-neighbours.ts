import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What catalog keeps of other services' facts, and the stations a listing may lie near. */
export class CreateNeighbours202611211002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION catalog.folded(words text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT lower(unaccent(btrim(regexp_replace(words, '\\s+', ' ', 'g'))));
      END`);
    await runner.query(`
      CREATE TABLE host (
        id uuid PRIMARY KEY,
        name text,
        name_key text,
        avatar_url text,
        view text,
        version int NOT NULL,
        is_gone boolean NOT NULL DEFAULT false
      );
      COMMENT ON COLUMN host.view IS 'The JSON of the host in a listing; null once the account is gone.';
      CREATE INDEX host_name_key ON host USING gin (name_key gin_trgm_ops);

      CREATE TABLE follow (
        follower_id uuid NOT NULL,
        followed_id uuid NOT NULL,
        is_following boolean NOT NULL,
        version int NOT NULL,
        PRIMARY KEY (follower_id, followed_id)
      );

      CREATE TABLE station (
        id text PRIMARY KEY,
        name_en text NOT NULL,
        name_ru text NOT NULL,
        place cube NOT NULL
      );
      CREATE INDEX station_place ON station USING gist (place);

      CREATE TABLE category (
        code text PRIMARY KEY,
        name_en text NOT NULL,
        name_ru text NOT NULL,
        kinds text[] NOT NULL,
        place int NOT NULL
      );

      CREATE TABLE amenity (
        code text PRIMARY KEY,
        name_en text NOT NULL,
        name_ru text NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE amenity, category, station, follow, host; DROP FUNCTION catalog.folded');
  }
}
