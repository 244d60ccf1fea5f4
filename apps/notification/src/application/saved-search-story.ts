import type { SavedSearchMatchedFacts } from '@bookable/contracts-catalog';
import { factKey } from '../domain/fact-key';
import type { Story } from './story';

/** What newly fits a saved search. Each message of a search is a fact of its own. */
export const SAVED_SEARCH_STORY: Story<SavedSearchMatchedFacts> = {
  key: (topic, { searchId, version }) => factKey(topic, searchId, version),
  people: () => [],
  content: ({ name, listings, count }) => ({
    searchName: name,
    first: listings[0]?.title ?? name,
    isOne: count === 1,
    count: String(count),
    listed: listings.map(({ title, city }) => `${title} · ${city}`).join('\n'),
    unlisted: count > listings.length ? String(count - listings.length) : null,
  }),
  destination: ({ searchId }) => ({ subject: 'saved-search', subjectId: searchId, path: `/saved-searches/${searchId}` }),
};
