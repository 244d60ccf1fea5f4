import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words are compared as they are meant, not as they happen to be typed: `Wi-Fi`, `wifi` and `wi fi` are one, and so are a
 * Latin `c` and the Cyrillic letter that looks like it, a ligature and its letters. Words that say nothing (`the`, `для`)
 * need not be there. And relevance is more than words: see `catalog.relevance`.
 */
export class RefineWordSearch202611211900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SPELLED);
    await runner.query(WORDS_WANTED);
    await runner.query(RELEVANCE);
    await runner.query(DOCUMENT_OF(`catalog.words_in(title)`, `catalog.words_in(description)`));
    await runner.query(LEARN_WORDS('catalog.words_in(words)'));
    await runner.query(REWRITE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(LEARN_WORDS('unaccent(words)'));
    await runner.query(DOCUMENT_OF('unaccent(title)', 'unaccent(description)'));
    await runner.query(FORMER_SEARCH_WORDS);
    await runner.query('DROP FUNCTION catalog.relevance, catalog.word_wanted, catalog.says_nothing, catalog.words_in, catalog.spelled, catalog.in_one_script');
    await runner.query(REWRITE);
  }
}

// Letters that look alike, in capitals or not; a word of both scripts was meant in the one that most of its letters are of.
const SPELLED = `
  CREATE FUNCTION catalog.in_one_script(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
  BEGIN
    IF words !~ '[a-z][^a-z ]*[а-я]|[а-я][^а-я ]*[a-z]' THEN
      RETURN words;
    END IF;
    RETURN (
      SELECT string_agg(CASE
        WHEN word !~ '[a-z]' OR word !~ '[а-я]' THEN word
        WHEN length(regexp_replace(word, '[^а-я]', '', 'g')) * 2 > length(word) THEN translate(word, 'aceopxykmthb', 'асеорхукмтнв')
        ELSE translate(word, 'асеорхукмтнв', 'aceopxykmthb') END, ' ' ORDER BY place)
      FROM regexp_split_to_table(words, ' ') WITH ORDINALITY AS split (word, place));
  END $$;
  CREATE FUNCTION catalog.spelled(words text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT catalog.in_one_script(btrim(regexp_replace(lower(unaccent(normalize(words, NFKC))), '[^[:alnum:]-]+', ' ', 'g')));
  END;
  CREATE FUNCTION catalog.words_in(words text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT replace(spelling, '-', ' ') || coalesce(
        (SELECT ' ' || string_agg(replace(compound[1], '-', ''), ' ') FROM regexp_matches(spelling, '[[:alnum:]]+(?:-[[:alnum:]]+)+', 'g') AS compound), '')
    FROM catalog.spelled(words) AS spelling;
  END;
  COMMENT ON FUNCTION catalog.words_in IS 'The words of a text as they are compared; of a hyphenated one its parts and, after all others, the parts joined.'`;

const WORDS_WANTED = `
  CREATE FUNCTION catalog.says_nothing(word text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT ts_lexize('russian_stem', word) = '{}' OR ts_lexize('english_stem', word) = '{}';
  END;
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
  END $$;
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

// The three parts lie between 0 and 1 each. A rating that few have given counts as if five more had given 3.5. A place two
// kilometres away is half as near as one at hand; without a point to measure from, all are equally near.
const RELEVANCE = `
  CREATE FUNCTION catalog.relevance(document tsvector, wanted tsquery, average float8, votes int, metres float8) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT 0.75 * ts_rank(document, wanted)::float8
      + 0.15 * ((average * votes + 17.5) / (votes + 5) / 5)
      + 0.10 * coalesce(2000 / (2000 + metres), 0);
  END;
  COMMENT ON FUNCTION catalog.relevance IS 'From 0 to 1: three quarters words, 15 % rating, 10 % nearness.'`;

const DOCUMENT_OF = (title: string, description: string) => `
  CREATE OR REPLACE FUNCTION catalog.document_of(title text, description text) RETURNS tsvector LANGUAGE sql STABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT setweight(to_tsvector('simple', head) || to_tsvector('russian', head), 'A') || setweight(to_tsvector('simple', rest) || to_tsvector('russian', rest), 'D')
    FROM (SELECT ${title} AS head, ${description} AS rest) AS told;
  END`;

// Sorted, so that two listings that bring the same new words wait for each other instead of dying in a deadlock.
const LEARN_WORDS = (told: string) => `
  CREATE OR REPLACE FUNCTION catalog.learn_words(words text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO vocabulary (word, letters)
      SELECT lexeme, catalog.letters(lexeme) FROM unnest(to_tsvector('simple', ${told}))
      WHERE length(lexeme) BETWEEN 3 AND 30 AND lexeme !~ '[^[:alpha:]]'
        AND NOT EXISTS (SELECT FROM vocabulary AS known WHERE known.word = lexeme)
      ORDER BY lexeme
      ON CONFLICT DO NOTHING;
  END $$`;

const REWRITE = `
  UPDATE search_entry AS e SET document = catalog.document_of(l.title, l.description) FROM listing AS l WHERE l.id = e.listing_id;
  SELECT catalog.learn_words(title || ' ' || description) FROM listing WHERE status = 'active'`;

const FORMER_SEARCH_WORDS = `
  CREATE OR REPLACE FUNCTION catalog.search_words(words text) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT AS $$
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
  END $$`;
