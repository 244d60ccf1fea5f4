import type { Invariant } from '../invariant';

/** Drafts are told to nobody, so only what was shown once has a resource. */
export const resourcesEqualTheirListings: Invariant = {
  promise: 7,
  name: 'what booking lets is what catalog lists: owner, capacity, price, offered or not',
  reads: ['catalog.listing', 'booking.resource'],
  settles: true,
  violations: `
    SELECT coalesce(listing.id, resource.id) AS listing_id, listing.status, resource.is_offered, resource.is_closed, listing.version, resource.version AS copied_version
    FROM catalog.listing FULL JOIN booking.resource ON resource.id = listing.id
    WHERE listing.id IS NULL
      OR (resource.id IS NULL AND listing.status = 'active')
      OR (resource.id IS NOT NULL AND (
        resource.is_offered <> (listing.status = 'active')
        OR (resource.owner_id, resource.kind, resource.title, resource.time_zone, resource.capacity, resource.price)
          IS DISTINCT FROM (listing.owner_id, listing.kind, listing.title, listing.time_zone, listing.capacity, listing.price)))`,
};
