import type { Invariant } from '../invariant';

export const audiencesAreCopied: Invariant = {
  promise: 7,
  name: 'review keeps what is said of an event to those whom catalog shows it to',
  reads: ['catalog.listing', 'review.event_audience'],
  settles: true,
  violations: `
    SELECT listing.id AS listing_id, listing.details ->> 'privacy' AS privacy, audience.is_for_followers, audience.version
    FROM catalog.listing LEFT JOIN review.event_audience AS audience ON audience.listing_id = listing.id
    WHERE listing.kind = 'event' AND listing.status = 'active'
      AND (audience.is_for_followers, audience.owner_id) IS DISTINCT FROM (listing.details ->> 'privacy' = 'followers', listing.owner_id)`,
};
