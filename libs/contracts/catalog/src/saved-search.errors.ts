import { defineProblem } from '@bookable/kernel';

/** One person keeps so many searches and no more. */
export const TooManySavedSearches = defineProblem('too-many-saved-searches', 'rule-broken', 'At most 50 searches can be saved.');
