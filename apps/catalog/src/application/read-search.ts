import type { SearchListingsRequest } from '@bookable/contracts-catalog';
import { DomainError, Forbidden, Malformed } from '@bookable/kernel';
import { criteriaOf, faultsOfSearch } from '../domain/read-criteria';
import type { SearchCriteria } from '../domain/search-criteria';

/** Takes a search for what it means; refuses one that contradicts itself, or looks for what others have not published. */
export function readSearch(request: SearchListingsRequest, viewerId: string | undefined, now: Date): SearchCriteria {
  const errors = faultsOfSearch(request, now);
  if (errors.length > 0) throw new DomainError(Malformed, 'The search contradicts itself.', { errors });
  const criteria = criteriaOf(request);
  const { status, hostId } = criteria;
  if (status !== 'active' && (viewerId === undefined || hostId !== viewerId)) {
    throw new DomainError(Forbidden, 'Other listings than active ones are shown to their owner only, with hostId.');
  }
  return criteria;
}
