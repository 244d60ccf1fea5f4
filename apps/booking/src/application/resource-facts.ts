import type { ListingFacts } from '@bookable/contracts-catalog';
import { UNIT_OF_PRICE } from '../domain/resource';
import type { ResourceFacts } from '../persistence/resource.store';

/** What of a listing matters to booking it. */
export function resourceFactsOf(listing: ListingFacts): ResourceFacts {
  const { id, ownerId, kind, title, timeZone, capacity, price, booking: rules, status, details, version } = listing;
  const session = details && { fromMs: Date.parse(details.startsAt), toMs: Date.parse(details.endsAt) };
  return { id, ownerId, kind, unit: UNIT_OF_PRICE[price.per], title, timeZone, capacity, price, rules, session, isOffered: status === 'active', version };
}
