import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What can be suggested while somebody types, with how many listings have it. Whatever writes listings or names leaves a
 * note of it by a trigger; the counting is done afterwards, so that no two writers wait for each other over a city.
 */
export class CreateSuggestion202611211901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TERMS);
    await runner.query(TABLES);
    await runner.query(SUGGESTIONS_OF);
    await runner.query(COUNT);
    await runner.query(NOTES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER note_named_host ON host;
      DROP TRIGGER note_renamed_host ON host;
      DROP TRIGGER note_new_listing ON listing;
      DROP TRIGGER note_changed_listing ON listing;
      DROP TRIGGER note_gone_listing ON listing;
      DROP FUNCTION catalog.note_suggestions_due, catalog.note_listings_of_host, catalog.count_suggestions, catalog.suggestions_of, catalog.is_suggested;
      DROP TABLE suggestion_due, suggested_listing, suggestion;
      DROP FUNCTION catalog.skeletons, catalog.typed_as, catalog.in_latin`);
  }
}

// Everything is compared in Latin letters, so that Moskva finds Москва and Берлин finds Berlin by one probe of an index.
// A skeleton is the beginning of a term without one of its letters: terms one slip apart share one.
const TERMS = `
  CREATE FUNCTION catalog.in_latin(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT replace(replace(replace(replace(replace(replace(replace(replace(translate(words,
      'абвгдезийклмнопрстуфыэіўґъь', 'abvgdeziyklmnoprstufyeiwg'), 'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya');
  END;
  CREATE FUNCTION catalog.typed_as(words text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT left(btrim(catalog.in_latin(replace(catalog.spelled(words), '-', ' '))), 80);
  END;
  CREATE FUNCTION catalog.skeletons(term text, letters int) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT coalesce(array_agg(DISTINCT left(head, place - 1) || substr(head, place + 1)), '{}')
    FROM (SELECT left(term, letters) AS head) AS beginning, generate_series(1, length(head)) AS place;
  END`;

const TABLES = `
  CREATE TABLE suggestion (
    id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    scope text NOT NULL,
    type text NOT NULL CHECK (type IN ('city', 'category', 'district', 'word', 'host')),
    code text NOT NULL,
    term text NOT NULL,
    text text NOT NULL,
    skeletons text[] NOT NULL GENERATED ALWAYS AS (
      CASE WHEN length(term) >= 4 THEN catalog.skeletons(term, 4) || catalog.skeletons(term, 5) || left(term, 4) ELSE '{}' END) STORED,
    count int NOT NULL DEFAULT 0 CHECK (count >= 0),
    UNIQUE (code, type, scope, term)
  );
  COMMENT ON TABLE suggestion IS 'A suggestion by each of the ways to begin typing it.';
  COMMENT ON COLUMN suggestion.scope IS 'The kind of listings it is counted over, or any.';
  CREATE INDEX suggestion_by_one ON suggestion (scope, type, left(term, 1), count DESC, term);
  CREATE INDEX suggestion_by_two ON suggestion (scope, type, left(term, 2), count DESC, term);
  CREATE INDEX suggestion_by_three ON suggestion (scope, type, left(term, 3), count DESC, term);
  CREATE INDEX suggestion_unused ON suggestion (id) WHERE count = 0;
  CREATE INDEX suggestion_skeletons ON suggestion USING gin (skeletons);

  CREATE TABLE suggested_listing (
    listing_id uuid PRIMARY KEY,
    kind text NOT NULL,
    title text NOT NULL,
    term text NOT NULL COLLATE "C",
    ends_at timestamptz,
    suggestion_ids bigint[] NOT NULL
  );
  COMMENT ON COLUMN suggested_listing.suggestion_ids IS 'In whose counts the listing is.';
  CREATE INDEX suggested_listing_term ON suggested_listing (term, listing_id);
  CREATE INDEX suggested_listing_kind ON suggested_listing (kind, term, listing_id);
  CREATE INDEX suggested_listing_ends ON suggested_listing (ends_at) WHERE ends_at IS NOT NULL;

  CREATE TABLE suggestion_due (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, listing_id uuid NOT NULL);
  COMMENT ON TABLE suggestion_due IS 'Listings to be counted anew. Rows are only ever added and taken, so that nobody waits.'`;

// Names of places, people and categories can be found by any word they have, categories in both languages; words by themselves.
export const SUGGESTIONS_OF = `
  CREATE FUNCTION catalog.is_suggested(l listing, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT l.status = 'active' AND l.details ->> 'privacy' IS DISTINCT FROM 'followers' AND coalesce((l.details ->> 'endsAt')::timestamptz > moment, true)
  $$;
  COMMENT ON FUNCTION catalog.is_suggested IS 'Suggestions are the same for everybody, so they tell of nothing that only some may see.';
  CREATE FUNCTION catalog.suggestions_of(l listing) RETURNS TABLE (type text, code text, term text, text text) LANGUAGE sql STABLE AS $$
    WITH named (type, code, name) AS (
      SELECT 'city', catalog.folded(l.city), btrim(l.city)
      UNION ALL SELECT 'district', catalog.folded(l.district), btrim(l.district) WHERE btrim(l.district) <> ''
      UNION ALL SELECT 'host', h.id::text, h.name FROM catalog.host AS h WHERE h.id = l.owner_id AND h.name IS NOT NULL
      UNION ALL SELECT 'category', mine.code, name
        FROM (VALUES (catalog.folded(l.category))) AS mine (code) LEFT JOIN catalog.category AS c USING (code),
          unnest(CASE WHEN c.code IS NULL THEN ARRAY[btrim(l.category)] ELSE ARRAY[c.name_en, c.name_ru] END) AS name
        WHERE l.category IS NOT NULL
    ), typed AS (
      SELECT named.*, string_to_array(catalog.typed_as(named.name), ' ') AS words FROM named
    )
    SELECT DISTINCT ON (typed.type, typed.code, beginning.term) typed.type, typed.code, beginning.term, typed.name
    FROM typed, generate_series(1, least(cardinality(typed.words), 4)) AS first,
      LATERAL (SELECT array_to_string(typed.words[first:], ' ') AS term) AS beginning
    WHERE beginning.term <> ''
    UNION ALL
    SELECT 'word', lexeme, catalog.in_latin(lexeme), lexeme FROM unnest(to_tsvector('simple', catalog.words_in(l.title)))
    WHERE length(lexeme) BETWEEN 3 AND 30 AND lexeme !~ '[^[:alpha:]]' AND NOT catalog.says_nothing(lexeme)
  $$`;

// One counts at a time (see SuggestionStore), so that the difference to what was counted before is the whole difference.
export const COUNT = `
  CREATE FUNCTION catalog.count_suggestions(listing_ids uuid[], moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO suggestion (scope, type, code, term, text)
      SELECT DISTINCT ON (s.code, s.type, scope, s.term) scope, s.type, s.code, s.term, s.text
      FROM listing AS l, catalog.suggestions_of(l) AS s, unnest(ARRAY['any', l.kind]) AS scope
      WHERE l.id = ANY(listing_ids) AND catalog.is_suggested(l, moment)
      ON CONFLICT (code, type, scope, term) DO UPDATE SET text = excluded.text WHERE suggestion.type = 'host' AND suggestion.text <> excluded.text;

    WITH present AS (
      SELECT l.id, l.kind, l.title, (l.details ->> 'endsAt')::timestamptz AS ends_at, (
        SELECT coalesce(array_agg(known.id), '{}') FROM catalog.suggestions_of(l) AS s
          JOIN suggestion AS known ON (known.code, known.type, known.term) = (s.code, s.type, s.term) AND known.scope IN ('any', l.kind)) AS suggestion_ids
      FROM listing AS l WHERE l.id = ANY(listing_ids) AND catalog.is_suggested(l, moment)
    ), difference AS (
      SELECT id, sum(one) AS counts FROM (
        SELECT unnest(suggestion_ids) AS id, -1 AS one FROM suggested_listing WHERE listing_id = ANY(listing_ids)
        UNION ALL SELECT unnest(suggestion_ids), 1 FROM present) AS step
      GROUP BY id HAVING sum(one) <> 0
    ), counted AS (
      UPDATE suggestion AS s SET count = s.count + counts FROM difference WHERE s.id = difference.id
    ), gone AS (
      DELETE FROM suggested_listing WHERE listing_id = ANY(listing_ids) AND listing_id NOT IN (SELECT id FROM present)
    )
    INSERT INTO suggested_listing (listing_id, kind, title, term, ends_at, suggestion_ids)
      SELECT id, kind, title, catalog.typed_as(title), ends_at, suggestion_ids FROM present
      ON CONFLICT (listing_id) DO UPDATE SET (title, term, ends_at, suggestion_ids) = (excluded.title, excluded.term, excluded.ends_at, excluded.suggestion_ids);
    DELETE FROM suggestion WHERE count = 0;
  END $$`;

const NOTES = `
  CREATE FUNCTION catalog.note_suggestions_due() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO catalog.suggestion_due (listing_id) SELECT id FROM changed;
    RETURN NULL;
  END $$;
  CREATE FUNCTION catalog.note_listings_of_host() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO catalog.suggestion_due (listing_id) SELECT id FROM catalog.listing WHERE owner_id = NEW.id AND status = 'active';
    RETURN NULL;
  END $$;
  CREATE TRIGGER note_new_listing AFTER INSERT ON listing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog.note_suggestions_due();
  CREATE TRIGGER note_changed_listing AFTER UPDATE ON listing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog.note_suggestions_due();
  CREATE TRIGGER note_gone_listing AFTER DELETE ON listing REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog.note_suggestions_due();
  CREATE TRIGGER note_named_host AFTER INSERT ON host FOR EACH ROW EXECUTE FUNCTION catalog.note_listings_of_host();
  CREATE TRIGGER note_renamed_host AFTER UPDATE ON host FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION catalog.note_listings_of_host();
  INSERT INTO suggestion_due (listing_id) SELECT id FROM listing WHERE status = 'active'`;
