import { defineEvent } from '@bookable/kernel';
import { ListingFacts } from './listing.facts';

/** A listing that others know of has changed, its status included. */
export const ListingChanged = defineEvent<ListingFacts>({
  topic: 'catalog.listing.changed',
  payload: ListingFacts,
  aggregateId: (facts) => facts.id,
});
