import type { Box } from './bounding-box';
import type { ListingKind } from './listing-kind';
import type { ListingStatus } from './listing-status';
import type { WantedTime } from './wanted-time';

export type ListingSort = 'newest' | 'price' | '-price' | 'rating' | 'distance' | 'relevance';

/** A place to measure from. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** What a search asks for, once its parameters are known to agree with each other. */
export interface SearchCriteria {
  /** Nothing but these, where they are named; no parameter of a search names them. */
  readonly listingIds?: readonly string[];
  readonly q?: string;
  readonly kind?: ListingKind;
  readonly category?: string;
  readonly tags: readonly string[];
  readonly amenities: readonly string[];
  readonly city?: string;
  readonly district?: string;
  readonly priceMin?: number;
  readonly priceMax?: number;
  readonly currency?: string;
  readonly ratingMin?: number;
  readonly hostId?: string;
  readonly host?: string;
  /** The one status that is looked for; undefined for any. */
  readonly status?: ListingStatus;
  readonly time?: WantedTime;
  /** How many people or places are wanted. */
  readonly places?: number;
  /** How many people come, where that is said: some fees are paid for each of them. */
  readonly guests?: number;
  readonly point?: Point;
  readonly radius?: number;
  readonly boxes?: readonly Box[];
  readonly nearStation?: number;
  readonly privacy?: 'everyone' | 'followers';
  readonly paid?: boolean;
  readonly sort: ListingSort;
}
