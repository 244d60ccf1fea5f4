import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words are found as they are written and by their stem in English and Russian (the russian configuration stems
 * Latin letters as English). A word nobody has used is taken for a slip of the pen: it also finds the words in use
 * that are one slip away, or two where it is long. That the same letters in another order are one slip is why
 * each word is kept with its letters sorted.
 */
export class CreateWordSearch202611211004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION catalog.letters(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT string_agg(letter, '' ORDER BY letter COLLATE "C") FROM regexp_split_to_table(word, '') AS letter;
      END;
      CREATE TABLE vocabulary (word text PRIMARY KEY, letters text NOT NULL);
      CREATE INDEX vocabulary_letters ON vocabulary (letters);
      CREATE INDEX vocabulary_likeness ON vocabulary USING gist (word gist_trgm_ops)`);
    await runner.query(EDITS);
    await runner.query(`
      CREATE FUNCTION catalog.slips_of(slip text) RETURNS SETOF text LANGUAGE sql STABLE STRICT
      BEGIN ATOMIC
        SELECT word FROM (
          SELECT word FROM vocabulary WHERE letters = catalog.letters(slip)
          UNION (SELECT word FROM vocabulary ORDER BY word <-> slip LIMIT 40)
        ) AS candidate
        WHERE length(slip) >= 4 AND abs(length(word) - length(slip)) <= 2
          AND catalog.edits(word, slip) <= CASE WHEN length(slip) < 8 THEN 1 ELSE 2 END;
      END`);
    await runner.query(`
      CREATE FUNCTION catalog.document_of(title text, description text) RETURNS tsvector LANGUAGE sql STABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT setweight(to_tsvector('simple', unaccent(title)) || to_tsvector('russian', unaccent(title)), 'A')
          || setweight(to_tsvector('simple', unaccent(description)) || to_tsvector('russian', unaccent(description)), 'D');
      END;
      CREATE FUNCTION catalog.search_words(words text) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT AS $$
      DECLARE
        asked text;
        one tsquery;
        every tsquery;
      BEGIN
        FOR asked IN SELECT DISTINCT lexeme FROM unnest(to_tsvector('simple', unaccent(words))) LIMIT 20 LOOP
          one := quote_literal(asked)::tsquery || plainto_tsquery('russian', asked);
          IF NOT EXISTS (SELECT FROM vocabulary WHERE word = asked) THEN
            SELECT coalesce(one || string_agg(quote_literal(word), '|')::tsquery, one) INTO one FROM catalog.slips_of(asked) AS word;
          END IF;
          every := CASE WHEN every IS NULL THEN one ELSE every && one END;
        END LOOP;
        RETURN coalesce(every, ''::tsquery);
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION catalog.search_words, catalog.document_of, catalog.slips_of, catalog.edits;
      DROP TABLE vocabulary;
      DROP FUNCTION catalog.letters`);
  }
}

/** How many letters to add, drop, change or swap with their neighbour to make one word of another; 3 stands for more than 2. */
const EDITS = `
  CREATE FUNCTION catalog.edits(a text, b text) RETURNS int LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
  DECLARE
    before int[];
    above int[];
    line int[];
    cost int;
  BEGIN
    above := ARRAY(SELECT generate_series(0, length(b)));
    FOR i IN 1..length(a) LOOP
      line := ARRAY[i];
      FOR j IN 1..length(b) LOOP
        cost := CASE WHEN substr(a, i, 1) = substr(b, j, 1) THEN 0 ELSE 1 END;
        line[j + 1] := least(line[j] + 1, above[j + 1] + 1, above[j] + cost);
        IF i > 1 AND j > 1 AND substr(a, i, 1) = substr(b, j - 1, 1) AND substr(a, i - 1, 1) = substr(b, j, 1) THEN
          line[j + 1] := least(line[j + 1], before[j - 1] + 1);
        END IF;
      END LOOP;
      IF (SELECT min(cell) FROM unnest(line) AS cell) > 2 THEN
        RETURN 3;
      END IF;
      before := above;
      above := line;
    END LOOP;
    RETURN least(3, above[length(b) + 1]);
  END $$`;
