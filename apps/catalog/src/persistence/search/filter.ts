import type { SearchCriteria } from '../../domain/search-criteria';
import type { Conditions } from './conditions';

/** Who searches and when, which decides what there is to be seen. */
export interface SearchMoment {
  readonly viewerId?: string;
  readonly now: Date;
}

/** One family of search parameters: adds its conditions on `search_entry AS e`, or none where it is not asked for. */
export type Filter = (criteria: SearchCriteria, where: Conditions, moment: SearchMoment) => void;
