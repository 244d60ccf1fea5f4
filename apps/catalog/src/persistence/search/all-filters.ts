import type { SearchCriteria } from '../../domain/search-criteria';
import type { Conditions } from './conditions';
import type { Filter, SearchMoment } from './filter';
import { labelsFilter } from './labels.filter';
import { listingsFilter } from './listings.filter';
import { mapFilter } from './map.filter';
import { peopleFilter } from './people.filter';
import { placeFilter } from './place.filter';
import { priceFilter } from './price.filter';
import { timeFilter } from './time.filter';
import { visibilityFilter } from './visibility.filter';
import { wordsFilter } from './words.filter';

/** What is soon compared comes first: Postgres asks for conditions that cost alike in the order in which they are written. */
const FILTERS: readonly Filter[] = [listingsFilter, visibilityFilter, placeFilter, priceFilter, peopleFilter, mapFilter, labelsFilter, wordsFilter, timeFilter];

/** All that a search asks of a row of `search_entry AS e`: the one place that says what fits. */
export function requireWhatIsAsked(criteria: SearchCriteria, where: Conditions, moment: SearchMoment): void {
  for (const filter of FILTERS) filter(criteria, where, moment);
}
