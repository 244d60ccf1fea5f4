import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNT } from './202611211901-create-suggestion';

/**
 * A host who takes another name used to leave a note for each of their listings, and all of these were counted anew: a few
 * hundred names held up what everybody else had written by minutes. Now the name of a host is counted by itself, from one
 * note, over the listings that are suggested.
 */
export class CountHostsByThemselves202611212005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(COUNT_HOSTS);
    await runner.query(COUNT_LISTINGS);
    await runner.query(NOTES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER note_named_host ON host;
      DROP TRIGGER note_renamed_host ON host;
      DROP FUNCTION catalog.note_host, catalog.count_suggestions, catalog.count_suggested_hosts;
      DELETE FROM suggestion WHERE type = 'host';
      DELETE FROM suggestion_due WHERE listing_id IS NULL;
      INSERT INTO suggestion_due (listing_id) SELECT listing_id FROM suggested_listing;
      ALTER TABLE suggestion_due DROP COLUMN host_id, ALTER listing_id SET NOT NULL;
      ALTER TABLE suggested_listing DROP COLUMN owner_id`);
    await runner.query(COUNT);
    await runner.query(FORMER_NOTES);
  }
}

const TABLES = `
  ALTER TABLE suggestion_due ALTER listing_id DROP NOT NULL, ADD COLUMN host_id uuid, ADD CHECK (num_nonnulls(listing_id, host_id) = 1);
  COMMENT ON TABLE suggestion_due IS 'Listings and hosts to be counted anew. Rows are only ever added and taken, so that nobody waits.';
  ALTER TABLE suggested_listing ADD COLUMN owner_id uuid;
  UPDATE suggested_listing AS s SET owner_id = l.owner_id, suggestion_ids = ARRAY(
    SELECT known.id FROM suggestion AS known WHERE known.id = ANY(s.suggestion_ids) AND known.type <> 'host')
  FROM listing AS l WHERE l.id = s.listing_id;
  DELETE FROM suggested_listing WHERE owner_id IS NULL;
  ALTER TABLE suggested_listing ALTER owner_id SET NOT NULL;
  COMMENT ON COLUMN suggested_listing.suggestion_ids IS 'In whose counts the listing is, beside those of its host.';
  CREATE INDEX suggested_listing_owner ON suggested_listing (owner_id, kind)`;

// Counted from the first each time, so that nothing has to be known of what the host was called before.
const COUNT_HOSTS = `
  CREATE FUNCTION catalog.count_suggested_hosts(host_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    WITH present AS (
      SELECT scope, told.code, told.term, min(told.text) AS text, sum(listings)::int AS count
      FROM (SELECT owner_id, kind, count(*) AS listings FROM suggested_listing WHERE owner_id = ANY(host_ids) GROUP BY owner_id, kind) AS kinds,
        unnest(ARRAY['any', kind]) AS scope,
        LATERAL (SELECT listing_id FROM suggested_listing AS s WHERE s.owner_id = kinds.owner_id LIMIT 1) AS any_of_theirs
        JOIN listing AS l ON l.id = any_of_theirs.listing_id, catalog.suggestions_of(l) AS told
      WHERE told.type = 'host' GROUP BY scope, told.code, told.term
    ), gone AS (
      DELETE FROM suggestion AS s WHERE s.type = 'host' AND s.code IN (SELECT id::text FROM unnest(host_ids) AS id)
        AND NOT EXISTS (SELECT FROM present AS p WHERE (p.scope, p.code, p.term) = (s.scope, s.code, s.term))
    )
    INSERT INTO suggestion AS s (scope, type, code, term, text, count) SELECT scope, 'host', code, term, text, count FROM present
      ON CONFLICT (code, type, scope, term) DO UPDATE SET (text, count) = (excluded.text, excluded.count)
      WHERE (s.text, s.count) <> (excluded.text, excluded.count);
  END $$`;

// One counts at a time (see SuggestionStore), so that the difference to what was counted before is the whole difference.
const COUNT_LISTINGS = `
  CREATE OR REPLACE FUNCTION catalog.count_suggestions(listing_ids uuid[], moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    host_ids uuid[] := ARRAY(
      SELECT owner_id FROM suggested_listing WHERE listing_id = ANY(listing_ids) UNION SELECT owner_id FROM listing WHERE id = ANY(listing_ids));
  BEGIN
    INSERT INTO suggestion (scope, type, code, term, text)
      SELECT DISTINCT ON (s.code, s.type, scope, s.term) scope, s.type, s.code, s.term, s.text
      FROM listing AS l, catalog.suggestions_of(l) AS s, unnest(ARRAY['any', l.kind]) AS scope
      WHERE l.id = ANY(listing_ids) AND catalog.is_suggested(l, moment) AND s.type <> 'host'
      ON CONFLICT (code, type, scope, term) DO NOTHING;

    WITH present AS (
      SELECT l.id, l.owner_id, l.kind, l.title, (l.details ->> 'endsAt')::timestamptz AS ends_at, (
        SELECT coalesce(array_agg(known.id), '{}') FROM catalog.suggestions_of(l) AS s
          JOIN suggestion AS known ON (known.code, known.type, known.term) = (s.code, s.type, s.term) AND known.scope IN ('any', l.kind)
          WHERE s.type <> 'host') AS suggestion_ids
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
    INSERT INTO suggested_listing AS kept (listing_id, owner_id, kind, title, term, ends_at, suggestion_ids)
      SELECT id, owner_id, kind, title, catalog.typed_as(title), ends_at, suggestion_ids FROM present
      ON CONFLICT (listing_id) DO UPDATE SET (owner_id, title, term, ends_at, suggestion_ids) = (excluded.owner_id, excluded.title, excluded.term, excluded.ends_at, excluded.suggestion_ids);
    PERFORM catalog.count_suggested_hosts(host_ids);
    DELETE FROM suggestion WHERE count = 0;
  END $$`;

const NOTES = `
  CREATE FUNCTION catalog.note_host() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO catalog.suggestion_due (host_id) VALUES (NEW.id);
    RETURN NULL;
  END $$;
  DROP TRIGGER note_named_host ON host;
  DROP TRIGGER note_renamed_host ON host;
  DROP FUNCTION catalog.note_listings_of_host;
  CREATE TRIGGER note_named_host AFTER INSERT ON host FOR EACH ROW EXECUTE FUNCTION catalog.note_host();
  CREATE TRIGGER note_renamed_host AFTER UPDATE ON host FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION catalog.note_host()`;

const FORMER_NOTES = `
  CREATE FUNCTION catalog.note_listings_of_host() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO catalog.suggestion_due (listing_id) SELECT id FROM catalog.listing WHERE owner_id = NEW.id AND status = 'active';
    RETURN NULL;
  END $$;
  CREATE TRIGGER note_named_host AFTER INSERT ON host FOR EACH ROW EXECUTE FUNCTION catalog.note_listings_of_host();
  CREATE TRIGGER note_renamed_host AFTER UPDATE ON host FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION catalog.note_listings_of_host()`;
