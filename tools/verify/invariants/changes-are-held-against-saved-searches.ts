import type { Invariant } from '../invariant';

export const changesAreHeldAgainstSavedSearches: Invariant = {
  promise: 3,
  name: 'no change of a listing waits to be held against the saved searches',
  reads: ['catalog.match_due'],
  settles: true,
  violations: 'SELECT id AS note, listing_id FROM catalog.match_due',
};
