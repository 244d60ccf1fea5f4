import type { PersonalTables } from '@bookable/platform-operations';

/** Where this service keeps what belongs to people. */
export const PERSONAL_TABLES: PersonalTables = {
  handedOut: [
    { table: 'host', of: ['id'] },
    { table: 'listing', of: ['owner_id'] },
    { table: 'photo', where: 'row.listing_id IN (SELECT id FROM listing WHERE owner_id = $1::uuid)', files: 'ARRAY[row.large_key]' },
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
};
