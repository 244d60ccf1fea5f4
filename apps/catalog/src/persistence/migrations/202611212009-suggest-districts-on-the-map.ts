import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SUGGESTIONS_OF } from './202611211901-create-suggestion';

/**
 * A district is suggested by the names it has on the map, in either language, for every listing that lies in it, and not
 * by the words of owners alone. An owner's word that is one of these names counts as the same.
 */
export class SuggestDistrictsOnTheMap202611212009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WITH_DISTRICTS_ON_THE_MAP);
    await runner.query(NOTES);
    await runner.query('INSERT INTO suggestion_due (listing_id) SELECT listing_id FROM search_entry WHERE district_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER note_placed ON search_entry;
      DROP FUNCTION catalog.note_placed, catalog.suggestions_of, catalog.is_suggested`);
    await runner.query(SUGGESTIONS_OF);
    await runner.query('INSERT INTO suggestion_due (listing_id) SELECT listing_id FROM search_entry WHERE district_id IS NOT NULL');
  }
}

// Where several names begin alike, what people there call it is what is shown.
const WITH_DISTRICTS_ON_THE_MAP = `
  CREATE OR REPLACE FUNCTION catalog.suggestions_of(l listing) RETURNS TABLE (type text, code text, term text, text text) LANGUAGE sql STABLE AS $$
    WITH around AS (
      SELECT catalog.folded(d.name_ru) AS code, d.name_ru, d.name_en, d.keys
      FROM catalog.search_entry AS e JOIN catalog.district AS d ON d.id = e.district_id WHERE e.listing_id = l.id
    ), named (type, code, name, turn) AS (
      SELECT 'city', catalog.folded(l.city), btrim(l.city), 1
      UNION ALL SELECT 'district', code, name, turn FROM around, unnest(ARRAY[name_ru, name_en]) WITH ORDINALITY AS called (name, turn)
      UNION ALL SELECT 'district', coalesce((SELECT code FROM around WHERE catalog.folded(l.district) = ANY (keys)), catalog.folded(l.district)), btrim(l.district), 3
        WHERE btrim(l.district) <> ''
      UNION ALL SELECT 'host', h.id::text, h.name, 1 FROM catalog.host AS h WHERE h.id = l.owner_id AND h.name IS NOT NULL
      UNION ALL SELECT 'category', mine.code, name, turn
        FROM (VALUES (catalog.folded(l.category))) AS mine (code) LEFT JOIN catalog.category AS c USING (code),
          unnest(CASE WHEN c.code IS NULL THEN ARRAY[btrim(l.category)] ELSE ARRAY[c.name_en, c.name_ru] END) WITH ORDINALITY AS called (name, turn)
        WHERE l.category IS NOT NULL
    ), typed AS (
      SELECT named.*, string_to_array(catalog.typed_as(named.name), ' ') AS words FROM named
    )
    (SELECT DISTINCT ON (typed.type, typed.code, beginning.term) typed.type, typed.code, beginning.term, typed.name
    FROM typed, generate_series(1, least(cardinality(typed.words), 4)) AS first,
      LATERAL (SELECT array_to_string(typed.words[first:], ' ') AS term) AS beginning
    WHERE beginning.term <> ''
    ORDER BY typed.type, typed.code, beginning.term, typed.turn)
    UNION ALL
    SELECT 'word', lexeme, catalog.in_latin(lexeme), lexeme FROM unnest(to_tsvector('simple', catalog.words_in(l.title)))
    WHERE length(lexeme) BETWEEN 3 AND 30 AND lexeme !~ '[^[:alpha:]]' AND NOT catalog.says_nothing(lexeme)
  $$`;

const NOTES = `
  CREATE FUNCTION catalog.note_placed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO catalog.suggestion_due (listing_id) VALUES (NEW.listing_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER note_placed AFTER UPDATE ON search_entry FOR EACH ROW
    WHEN ((OLD.district_id, OLD.district, OLD.district_keys) IS DISTINCT FROM (NEW.district_id, NEW.district, NEW.district_keys))
    EXECUTE FUNCTION catalog.note_placed()`;
