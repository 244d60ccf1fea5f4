import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Searches that people keep. Whatever changes what a search compares leaves a note, with what was there before, in the
 * writer's transaction; matching is done afterwards. That a listing did not fit before is what makes its fitting news.
 */
export class CreateSavedSearch202611212002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_search (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL,
        name text NOT NULL,
        search jsonb NOT NULL,
        notify boolean NOT NULL,
        kind text NOT NULL,
        city_key text NOT NULL,
        price_min bigint,
        price_max bigint,
        lapses_at timestamptz,
        after_note bigint NOT NULL,
        told_at timestamptz,
        messages int NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL
      );
      COMMENT ON COLUMN saved_search.kind IS 'Empty for all kinds; as city_key and the prices it only narrows down which searches are looked at.';
      COMMENT ON COLUMN saved_search.lapses_at IS 'When its dates have gone by; null where it has none.';
      COMMENT ON COLUMN saved_search.after_note IS 'The last note of a change (match_due) when it was written: what is older its owner could see already.';
      COMMENT ON COLUMN saved_search.messages IS 'How many messages there have been.';
      CREATE INDEX saved_search_user ON saved_search (user_id, id);
      CREATE INDEX saved_search_waiting ON saved_search (city_key, kind, id) WHERE notify;

      CREATE TABLE saved_search_match (
        search_id uuid NOT NULL REFERENCES saved_search ON DELETE CASCADE,
        listing_id uuid NOT NULL REFERENCES listing ON DELETE CASCADE,
        told_in int,
        PRIMARY KEY (search_id, listing_id)
      );
      COMMENT ON COLUMN saved_search_match.told_in IS 'In which message of its search; null while it waits to be told.';
      CREATE INDEX saved_search_match_untold ON saved_search_match (search_id) WHERE told_in IS NULL;
      CREATE INDEX saved_search_match_listing ON saved_search_match (listing_id);

      CREATE TABLE match_due (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, listing_id uuid NOT NULL, before jsonb);
      COMMENT ON COLUMN match_due.before IS 'What the columns of search_entry held that have changed; null where there was no row.'`);
    await runner.query(`
      CREATE FUNCTION catalog.note_match_due() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status = 'active' AND EXISTS (SELECT FROM catalog.saved_search WHERE notify) THEN
          INSERT INTO catalog.match_due (listing_id, before) VALUES (NEW.listing_id, CASE
            WHEN TG_OP = 'INSERT' THEN NULL
            WHEN TG_ARGV[0] = 'rating' THEN jsonb_build_object('rating_average', OLD.rating_average, 'rating_count', OLD.rating_count)
            WHEN TG_ARGV[0] = 'availability' THEN jsonb_build_object(
              'full_days', OLD.full_days, 'offered', OLD.offered, 'taken_from', OLD.taken_from, 'taken_to', OLD.taken_to, 'taken_free', OLD.taken_free)
            ELSE to_jsonb(OLD) END);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER note_shelved AFTER INSERT OR UPDATE OF document ON search_entry FOR EACH ROW EXECUTE FUNCTION catalog.note_match_due('terms');
      CREATE TRIGGER note_rated AFTER UPDATE OF rating_version ON search_entry FOR EACH ROW EXECUTE FUNCTION catalog.note_match_due('rating');
      CREATE TRIGGER note_freed AFTER UPDATE OF availability_version ON search_entry FOR EACH ROW EXECUTE FUNCTION catalog.note_match_due('availability')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER note_shelved ON search_entry;
      DROP TRIGGER note_rated ON search_entry;
      DROP TRIGGER note_freed ON search_entry;
      DROP FUNCTION catalog.note_match_due;
      DROP TABLE match_due, saved_search_match, saved_search`);
  }
}
