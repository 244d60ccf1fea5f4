import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search forgives slips of the pen in the first words that nobody uses, as far as forty letters go: what is pasted in
 * place of a search (a program, an alphabet, a page) costs no more than a few slips do. A word of less than eight letters,
 * of which one slip is forgiven, is looked for without one letter only, because what is found without two is no slip of it.
 */
export class BoundWhatIsForgiven202611212006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REMAINS_WITHOUT_ONE);
    await runner.query(SLIPS_OF('SELECT CASE WHEN length(slip) < 8 THEN catalog.remains_without_one(slip) ELSE catalog.remains_of(slip) END'));
    await runner.query(WORD_WANTED);
    await runner.query(SEARCH_WORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORMER_WORD_WANTED);
    await runner.query(FORMER_SEARCH_WORDS);
    await runner.query(SLIPS_OF('SELECT catalog.remains_of(slip)'));
    await runner.query('DROP FUNCTION catalog.word_wanted(text, boolean), catalog.remains_without_one');
  }
}

/** So many letters of unknown words are forgiven at once. */
const LETTERS_TO_FORGIVE = 40;

/** Words in use are no longer than thirty letters, and two slips add two. */
const LONGEST_SLIP = 32;

const REMAINS_WITHOUT_ONE = `
  CREATE FUNCTION catalog.remains_without_one(word text) RETURNS int[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT hashtext(word) || array_agg(hashtext(left(word, one - 1) || substr(word, one + 1))) FROM generate_series(1, length(word)) AS one;
  END;
  COMMENT ON FUNCTION catalog.remains_without_one IS 'A word, and what is left of it without one of its letters, each as a number: the beginning of catalog.remains_of.'`;

const SLIPS_OF = (remains: string): string => `
  CREATE OR REPLACE FUNCTION catalog.slips_of(slip text) RETURNS SETOF text LANGUAGE sql STABLE STRICT
  BEGIN ATOMIC
    SELECT word FROM (SELECT word FROM vocabulary WHERE remains && (${remains})) AS candidate
    WHERE length(slip) >= 4 AND abs(length(word) - length(slip)) <= CASE WHEN length(slip) < 8 THEN 1 ELSE 2 END
      AND catalog.edits(word, slip) <= CASE WHEN length(slip) < 8 THEN 1 ELSE 2 END;
  END`;

const WORD_WANTED = `
  CREATE FUNCTION catalog.word_wanted(word text, is_forgiven boolean) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT AS $$
  DECLARE
    wanted tsquery := plainto_tsquery('simple', word) || plainto_tsquery('russian', word);
    meant text;
  BEGIN
    IF is_forgiven THEN
      FOR meant IN SELECT * FROM catalog.slips_of(word) LOOP
        wanted := wanted || plainto_tsquery('simple', meant) || plainto_tsquery('russian', meant);
      END LOOP;
    END IF;
    RETURN wanted;
  END $$;
  DROP FUNCTION catalog.word_wanted(text)`;

const SEARCH_WORDS = `
  CREATE OR REPLACE FUNCTION catalog.search_words(words text) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT AS $$
  DECLARE
    asked text;
    part text;
    one tsquery;
    every tsquery;
    idle tsquery;
    is_forgiven boolean;
    letters int := 0;
  BEGIN
    FOR asked IN
      SELECT piece[1] FROM regexp_matches(catalog.spelled(words), '[[:alnum:]]+(?:-[[:alnum:]]+)*', 'g') WITH ORDINALITY AS said (piece, place)
      GROUP BY piece[1] ORDER BY min(place) LIMIT 20
    LOOP
      IF catalog.says_nothing(asked) THEN
        idle := CASE WHEN idle IS NULL THEN plainto_tsquery('simple', asked) ELSE idle && plainto_tsquery('simple', asked) END;
        CONTINUE;
      END IF;
      one := NULL;
      FOREACH part IN ARRAY string_to_array(asked, '-') LOOP
        is_forgiven := length(part) BETWEEN 4 AND least(${LONGEST_SLIP}, ${LETTERS_TO_FORGIVE} - letters)
          AND NOT EXISTS (SELECT FROM vocabulary AS known WHERE known.word = part);
        IF is_forgiven THEN
          letters := letters + length(part);
        END IF;
        one := CASE WHEN one IS NULL THEN catalog.word_wanted(part, is_forgiven) ELSE one && catalog.word_wanted(part, is_forgiven) END;
      END LOOP;
      IF asked LIKE '%-%' THEN
        one := one || plainto_tsquery('simple', replace(asked, '-', '')) || plainto_tsquery('russian', replace(asked, '-', ''));
      END IF;
      every := CASE WHEN every IS NULL THEN one ELSE every && one END;
    END LOOP;
    RETURN coalesce(every, idle, ''::tsquery);
  END $$`;

const FORMER_WORD_WANTED = `
  CREATE FUNCTION catalog.word_wanted(word text) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT AS $$
  DECLARE
    wanted tsquery := plainto_tsquery('simple', word) || plainto_tsquery('russian', word);
    meant text;
  BEGIN
    IF length(word) >= 4 AND NOT EXISTS (SELECT FROM vocabulary AS known WHERE known.word = word_wanted.word) THEN
      FOR meant IN SELECT * FROM catalog.slips_of(word) LOOP
        wanted := wanted || plainto_tsquery('simple', meant) || plainto_tsquery('russian', meant);
      END LOOP;
    END IF;
    RETURN wanted;
  END $$`;

const FORMER_SEARCH_WORDS = `
  CREATE OR REPLACE FUNCTION catalog.search_words(words text) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT AS $$
  DECLARE
    asked text;
    part text;
    one tsquery;
    every tsquery;
    idle tsquery;
  BEGIN
    FOR asked IN
      SELECT DISTINCT piece[1] FROM regexp_matches(catalog.spelled(words), '[[:alnum:]]+(?:-[[:alnum:]]+)*', 'g') AS piece LIMIT 20
    LOOP
      IF catalog.says_nothing(asked) THEN
        idle := CASE WHEN idle IS NULL THEN plainto_tsquery('simple', asked) ELSE idle && plainto_tsquery('simple', asked) END;
        CONTINUE;
      END IF;
      one := NULL;
      FOREACH part IN ARRAY string_to_array(asked, '-') LOOP
        one := CASE WHEN one IS NULL THEN catalog.word_wanted(part) ELSE one && catalog.word_wanted(part) END;
      END LOOP;
      IF asked LIKE '%-%' THEN
        one := one || plainto_tsquery('simple', replace(asked, '-', '')) || plainto_tsquery('russian', replace(asked, '-', ''));
      END IF;
      every := CASE WHEN every IS NULL THEN one ELSE every && one END;
    END LOOP;
    RETURN coalesce(every, idle, ''::tsquery);
  END $$`;
