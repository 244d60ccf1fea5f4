import type { Invariant } from '../invariant';

export const availabilityIsOfTheLastVersion: Invariant = {
  promise: 7,
  name: 'search has the last profile that booking told, with its number of places',
  reads: ['booking.resource', 'booking.availability_change', 'catalog.search_entry'],
  settles: true,
  violations: `
    SELECT resource.id AS listing_id, resource.availability_version, entry.availability_version AS copied_version, resource.capacity, entry.offered
    FROM booking.resource JOIN catalog.search_entry AS entry ON entry.listing_id = resource.id
    WHERE resource.availability_version > 0
      AND (entry.availability_version, entry.offered) IS DISTINCT FROM (resource.availability_version, resource.capacity)
      AND NOT EXISTS (SELECT FROM booking.availability_change AS change WHERE change.resource_id = resource.id)`,
};
