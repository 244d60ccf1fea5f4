import type { Invariant } from '../invariant';
import { ROUNDING, TOLD_RATING } from './rating';

export const listingRatingsAreCopied: Invariant = {
  promise: 7,
  name: 'search shows the ratings that review has counted',
  reads: ['review.rating', 'catalog.search_entry'],
  settles: true,
  violations: `
    SELECT entry.listing_id, told.votes, entry.rating_count, told.average, entry.rating_average, told.version, entry.rating_version
    FROM catalog.search_entry AS entry LEFT JOIN (${TOLD_RATING}) AS told ON told.subject = 'listing' AND told.subject_id = entry.listing_id
    WHERE entry.rating_count <> coalesce(told.votes, 0) OR abs(entry.rating_average - coalesce(told.average, 0)) > ${ROUNDING}
      OR entry.rating_version <> coalesce(told.version, -1)`,
};
