import { defineEvent } from '@bookable/kernel';
import { ListingFacts } from './listing.facts';

/** A listing was taken out for good. */
export const ListingArchived = defineEvent<ListingFacts>({
  topic: 'catalog.listing.archived',
  payload: ListingFacts,
  aggregateId: (facts) => facts.id,
});
