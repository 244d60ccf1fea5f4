import type { SavedSearchView, SearchListingsRequest } from '@bookable/contracts-catalog';
import type { SavedSearch } from '../persistence/saved-search.store';

/** A saved search as its owner sees it at a moment. */
export function savedSearchView({ id, name, search, notify, lapsesAt, createdAt, updatedAt }: SavedSearch, now: Date): SavedSearchView {
  return {
    id,
    name,
    search: search as SearchListingsRequest,
    notify,
    lapsed: lapsesAt !== null && lapsesAt <= now,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
