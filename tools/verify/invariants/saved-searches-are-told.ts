import type { Invariant } from '../invariant';

export const savedSearchesAreTold: Invariant = {
  promise: 3,
  name: 'every message of a saved search names a listing, and every listing it has told of stands in one of its messages',
  reads: ['catalog.saved_search', 'catalog.saved_search_match'],
  violations: `
    SELECT search.id AS search_id, search.messages, told.messages AS messages_with_listings, told.last
    FROM catalog.saved_search AS search, LATERAL (
      SELECT count(DISTINCT told_in)::int AS messages, coalesce(max(told_in), 0) AS last FROM catalog.saved_search_match AS m WHERE m.search_id = search.id) AS told
    WHERE search.messages <> told.messages OR search.messages <> told.last`,
};
