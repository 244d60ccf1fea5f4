import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One narrow row for each listing, with all that a search compares. The JSON it answers is kept apart and read for the
 * rows of a page only, so that walking an index over many listings touches few pages.
 */
export class CreateSearchEntry202611211003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_entry (
        listing_id uuid PRIMARY KEY REFERENCES listing ON DELETE CASCADE,
        owner_id uuid NOT NULL,
        status text NOT NULL,
        kind text NOT NULL,
        unit text NOT NULL CHECK (unit IN ('night', 'day', 'hour', 'session')),
        category_key text,
        city text NOT NULL,
        city_key text NOT NULL,
        district text,
        district_key text,
        time_zone text NOT NULL,
        price_amount bigint NOT NULL,
        currency text NOT NULL,
        capacity int NOT NULL,
        party int NOT NULL,
        min_units int NOT NULL,
        max_units int NOT NULL,
        opening int4multirange,
        privacy text,
        is_paid boolean,
        starts_at timestamptz,
        ends_at timestamptz,
        lat float8 NOT NULL,
        lng float8 NOT NULL,
        place cube NOT NULL,
        spot point NOT NULL,
        station_id text REFERENCES station ON DELETE SET NULL,
        station_metres float8,
        rating_average float8 NOT NULL DEFAULT 0,
        rating_count int NOT NULL DEFAULT 0,
        rating_version int NOT NULL DEFAULT -1,
        availability_version int NOT NULL DEFAULT -1,
        offered int,
        full_days bit(768) NOT NULL DEFAULT repeat('0', 768)::bit(768),
        taken_from bigint[] NOT NULL DEFAULT '{}',
        taken_to bigint[] NOT NULL DEFAULT '{}',
        taken_free int[] NOT NULL DEFAULT '{}',
        tag_keys text[] NOT NULL,
        amenity_keys text[] NOT NULL,
        document tsvector NOT NULL
      ) WITH (fillfactor = 85, toast_tuple_target = 512);
      CREATE TABLE listing_summary (
        listing_id uuid PRIMARY KEY REFERENCES listing ON DELETE CASCADE,
        summary text NOT NULL
      ) WITH (fillfactor = 85);
      COMMENT ON COLUMN listing_summary.summary IS 'The JSON of the listing in a list, without its closing brace.';
      COMMENT ON COLUMN search_entry.party IS 'How many people one booking may bring.';
      COMMENT ON COLUMN search_entry.opening IS 'Open minutes of a week, Monday 00:00 first, written twice in a row; null is always.';
      COMMENT ON COLUMN search_entry.offered IS 'The capacity booking lets, once it has told; null before.';
      COMMENT ON COLUMN search_entry.full_days IS 'Bit n % 768 is set where day n since 1970 has no place left.';
      COMMENT ON COLUMN search_entry.taken_from IS 'Stretches with fewer places left: days since 1970 for nights and days, else seconds.'`);
    await runner.query(`
      CREATE INDEX search_entry_owner ON search_entry (owner_id, listing_id);
      CREATE INDEX search_entry_newest ON search_entry (listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_kind ON search_entry (kind, listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_kind_price ON search_entry (kind, price_amount, listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_category ON search_entry (category_key, listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_price ON search_entry (price_amount, listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_rating ON search_entry (rating_average, rating_count, listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_city ON search_entry (city_key, listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_city_price ON search_entry (city_key, price_amount, listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_city_rating ON search_entry (city_key, rating_average, rating_count, listing_id) WHERE status = 'active';
      CREATE INDEX search_entry_station ON search_entry (station_metres) WHERE status = 'active' AND station_metres IS NOT NULL;
      CREATE INDEX search_entry_starts ON search_entry (starts_at) WHERE status = 'active' AND starts_at IS NOT NULL;
      CREATE INDEX search_entry_place ON search_entry USING gist (place) WHERE status = 'active';
      CREATE INDEX search_entry_spot ON search_entry USING gist (spot) WHERE status = 'active';
      CREATE INDEX search_entry_tags ON search_entry USING gin (tag_keys) WHERE status = 'active';
      CREATE INDEX search_entry_amenities ON search_entry USING gin (amenity_keys) WHERE status = 'active';
      CREATE INDEX search_entry_document ON search_entry USING gin (document) WHERE status = 'active'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE listing_summary, search_entry');
  }
}
