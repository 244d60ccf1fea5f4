import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Films that events are planned for. A title is likened word by word (pg_trgm), with a threshold of its own: of seven
 * letters two may have changed places; of two titles that have the words alike, the one with fewer others comes first. It holds for the function alone, so that no other statement is touched.
 */
export class CreateMovie202611212001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE movie (
        id uuid PRIMARY KEY,
        source text NOT NULL,
        external_id text NOT NULL,
        title text NOT NULL,
        title_key text NOT NULL,
        year smallint NOT NULL,
        genres text[] NOT NULL,
        genre_keys text[] NOT NULL,
        cast_names text[] NOT NULL,
        extract text,
        poster_url text,
        page_url text,
        UNIQUE (source, external_id)
      );
      CREATE INDEX movie_title ON movie USING gin (title_key gin_trgm_ops);
      CREATE INDEX movie_latest ON movie (year, id);
      CREATE INDEX movie_genre ON movie USING gin (genre_keys);
      CREATE INDEX listing_movie ON listing ((details ->> 'movieId')) WHERE kind = 'event' AND status = 'active'`);
    await runner.query(`
      CREATE FUNCTION catalog.movies_like(words text) RETURNS TABLE (movie_id uuid, likeness float8) LANGUAGE plpgsql STABLE
      SET pg_trgm.word_similarity_threshold = 0.4 AS $$
      DECLARE
        wanted text := catalog.folded(words);
        written text := replace(replace(replace(wanted, '\\', '\\\\'), '%', '\\%'), '_', '\\_');
      BEGIN
        RETURN QUERY
          SELECT id, (CASE WHEN title_key = wanted THEN 3 WHEN title_key LIKE written || '%' THEN 2 WHEN title_key LIKE '%' || written || '%' THEN 1 ELSE 0 END
            + word_similarity(wanted, title_key) + similarity(wanted, title_key))::float8
          FROM movie WHERE wanted <% title_key OR title_key LIKE '%' || written || '%';
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION catalog.movies_like; DROP INDEX listing_movie; DROP TABLE movie');
  }
}
