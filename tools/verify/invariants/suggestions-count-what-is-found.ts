import type { Invariant } from '../invariant';

export const suggestionsCountWhatIsFound: Invariant = {
  promise: 7,
  name: 'suggestions count just the listings that everybody may find, and name no others',
  reads: ['catalog.listing', 'catalog.suggestion', 'catalog.suggested_listing'],
  settles: true,
  violations: `
    WITH shown AS (SELECT listing FROM catalog.listing WHERE catalog.is_suggested(listing, now())),
    counted AS (
      SELECT scope, told.type, told.code, told.term, count(*) AS listings
      FROM shown, catalog.suggestions_of(shown.listing) AS told, unnest(ARRAY['any', (shown.listing).kind]) AS scope GROUP BY 1, 2, 3, 4
    )
    SELECT type, code, scope, term, counted.listings::int AS listings, kept.count AS counted
    FROM counted FULL JOIN catalog.suggestion AS kept USING (scope, type, code, term) WHERE counted.listings IS DISTINCT FROM kept.count
    UNION ALL
    SELECT 'listing', coalesce((shown.listing).id, kept.listing_id)::text, (shown.listing).title, kept.title, NULL, NULL
    FROM shown FULL JOIN catalog.suggested_listing AS kept ON kept.listing_id = (shown.listing).id WHERE kept.title IS DISTINCT FROM (shown.listing).title`,
};
