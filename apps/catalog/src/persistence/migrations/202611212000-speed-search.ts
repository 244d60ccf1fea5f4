import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a search walks and looks up (ADR 0013). Words one or two letters away share what is left of them without those
 * letters: that is found by one probe for each, where the likeness of trigrams had to be measured against words by the
 * thousand. No order begins with a kind: of the newest, the cheapest and the best, enough are of any kind.
 */
export class SpeedSearch202611212000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION catalog.chord(metres float8) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT 2 * 6371008.8 * sin(least(pi() / 2, catalog.no_less(metres) / (2 * 6371008.8))) + 0.000001;
      END;
      COMMENT ON FUNCTION catalog.chord IS 'How far apart points so many metres away are in a straight line, give or take a micrometre.'`);
    await runner.query(`
      CREATE FUNCTION catalog.remains_of(word text) RETURNS int[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT array_agg(DISTINCT hashtext(remains)) FROM (
          SELECT word AS remains
          UNION SELECT left(word, one - 1) || substr(word, one + 1) FROM generate_series(1, length(word)) AS one
          UNION SELECT left(word, one - 1) || substr(word, one + 1, two - one - 1) || substr(word, two + 1)
            FROM generate_series(1, length(word)) AS one, generate_series(one + 1, length(word)) AS two WHERE length(word) >= 6
        ) AS shortened;
      END;
      COMMENT ON FUNCTION catalog.remains_of IS 'A word without one of its letters, and without two where it has at least six, each as a number.';
      ALTER TABLE vocabulary ADD COLUMN remains int[] NOT NULL GENERATED ALWAYS AS (catalog.remains_of(word)) STORED;
      CREATE INDEX vocabulary_remains ON vocabulary USING gin (remains)`);
    await runner.query(SLIPS_OF(`SELECT word FROM vocabulary WHERE remains && (SELECT catalog.remains_of(slip))`));
    // What is compared row by row stays in the row, compressed; the stretches that are taken are looked at last, and may lie aside.
    await runner.query('ALTER TABLE search_entry ALTER document SET STORAGE MAIN, ALTER amenity_keys SET STORAGE MAIN, ALTER tag_keys SET STORAGE MAIN');
    await runner.query('DROP INDEX vocabulary_letters, vocabulary_likeness, search_entry_kind, search_entry_kind_price');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE search_entry ALTER document SET STORAGE EXTENDED, ALTER amenity_keys SET STORAGE EXTENDED, ALTER tag_keys SET STORAGE EXTENDED');
    await runner.query(`
      CREATE INDEX vocabulary_letters ON vocabulary (letters);
      CREATE INDEX vocabulary_likeness ON vocabulary USING gist (word gist_trgm_ops);
      CREATE INDEX search_entry_kind ON search_entry (kind, listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_kind_price ON search_entry (kind, price_amount, listing_id) WHERE status = 'active'`);
    await runner.query(SLIPS_OF(`
      SELECT word FROM vocabulary WHERE letters = catalog.letters(slip) UNION (SELECT word FROM vocabulary ORDER BY word <-> slip LIMIT 40)`));
    await runner.query(`
      ALTER TABLE vocabulary DROP COLUMN remains;
      DROP FUNCTION catalog.remains_of, catalog.chord`);
  }
}

const SLIPS_OF = (candidates: string): string => `
  CREATE OR REPLACE FUNCTION catalog.slips_of(slip text) RETURNS SETOF text LANGUAGE sql STABLE STRICT
  BEGIN ATOMIC
    SELECT word FROM (${candidates}) AS candidate
    WHERE length(slip) >= 4 AND abs(length(word) - length(slip)) <= 2
      AND catalog.edits(word, slip) <= CASE WHEN length(slip) < 8 THEN 1 ELSE 2 END;
  END`;
