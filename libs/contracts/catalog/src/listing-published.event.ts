import { defineEvent } from '@bookable/kernel';
import { ListingFacts } from './listing.facts';

/** A listing became active, for the first time or again. */
export const ListingPublished = defineEvent<ListingFacts>({
  topic: 'catalog.listing.published',
  payload: ListingFacts,
  aggregateId: (facts) => facts.id,
});
