import { type Page, defineQuery } from '@bookable/kernel';
import { PageRequest } from '@bookable/wire';
import { SavedSearchView } from './saved-search.view';

/** Which page of the caller's own. */
export class FindSavedSearchesRequest extends PageRequest {}

/** The caller's saved searches, newest first. */
export const FindSavedSearches = defineQuery<FindSavedSearchesRequest, Page<SavedSearchView>>({
  topic: 'catalog.find-saved-searches',
  request: FindSavedSearchesRequest,
  reply: SavedSearchView,
  answers: 'page',
});
