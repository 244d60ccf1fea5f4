import type { PersonalTables } from '@bookable/platform-operations';

const ofOwnListing = 'row.listing_id IN (SELECT id FROM listing WHERE owner_id = $1::uuid)';
/** Whether words or a place of the owner's are left in a listing. */
const saysSomething = `(row.title <> '—' OR row.description <> '' OR row.address IS NOT NULL OR row.terms IS NOT NULL OR row.tags <> '{}' OR row.details ? 'place')`;
/** Where it was stays true within some ten kilometres. */
const withoutWords = `title = '—', description = '', address = NULL, terms = NULL, tags = '{}', details = row.details - 'place', lat = round(row.lat::numeric, 1), lng = round(row.lng::numeric, 1)`;
const STRAY_FILES = 'INSERT INTO stray_file (storage_key, due_at) SELECT key, now() FROM gone, unnest(ARRAY[gone.small_key, gone.medium_key, gone.large_key]) AS key ON CONFLICT DO NOTHING';

/** What search corrects slips to: words that no other listing has are the owner's. */
const UNUSED_WORDS = `
  DELETE FROM vocabulary AS known WHERE known.word IN (SELECT lexeme FROM gone, unnest(gone.document))
    AND NOT EXISTS (
      SELECT FROM search_entry AS other
      WHERE other.document @@ quote_literal(replace(known.word, chr(92), ''))::tsquery AND other.listing_id NOT IN (SELECT listing_id FROM gone))`;

/** Where this service keeps what belongs to people. */
export const PERSONAL_TABLES: PersonalTables = {
  handedOut: [
    { table: 'host', of: ['id'] },
    { table: 'listing', of: ['owner_id'] },
    { table: 'photo', where: ofOwnListing, files: 'ARRAY[row.large_key]' },
    { table: 'event_slot', of: ['owner_id'] },
    { table: 'host_time', of: ['owner_id'] },
    { table: 'follow', of: ['follower_id', 'followed_id'] },
    { table: 'saved_search', of: ['user_id'] },
  ],
  withheld: {
    search_entry: 'a copy of the listing, made for search',
    suggested_listing: 'a copy of the title of the listing, made for suggestions',
    listing_summary: 'a copy of the listing, made for lists',
    suggestion: 'a copy of the name of a host, made for suggestions',
    suggestion_due: 'work that waits: the listing or the host is handed out',
  },
  erased: [
    { table: 'listing', rows: `row.owner_id = $1::uuid AND ${saysSomething}`, set: withoutWords },
    { table: 'photo', rows: ofOwnListing, then: STRAY_FILES },
    { table: 'listing_summary', rows: ofOwnListing },
    { table: 'search_entry', rows: 'row.owner_id = $1::uuid', then: UNUSED_WORDS },
    { table: 'follow', rows: 'row.follower_id = $1::uuid OR row.followed_id = $1::uuid' },
  ],
  awaited: {
    host: 'row.id = $1::uuid AND row.name IS NOT NULL',
    listing: `row.owner_id = $1::uuid AND row.status <> 'archived'`,
    saved_search: 'row.user_id = $1::uuid',
    // It goes by itself once its suggestions are counted anew; taken away before, they would keep its title.
    suggested_listing: 'row.owner_id = $1::uuid',
  },
  stays: {
    host: 'that a bare id is gone, so that late news does not bring a name back',
    listing: 'what was booked, without its words, its pictures and its address',
    event_slot: 'when there was an event of a bare id',
    host_time: 'the same',
  },
};
