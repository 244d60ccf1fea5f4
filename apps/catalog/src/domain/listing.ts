import type { BookingRules, PricePlan } from '@bookable/kernel';
import type { ListingKind } from './listing-kind';
import type { ListingStatus } from './listing-status';

/** As many places as a listing may have. */
export const MOST_PLACES = 100_000;

export interface Location {
  readonly address?: string | null;
  readonly city: string;
  readonly district?: string | null;
  readonly lat: number;
  readonly lng: number;
}

export interface EventDetails {
  readonly movieId?: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly privacy: 'everyone' | 'followers';
  readonly paid: boolean;
  readonly place?: string;
}

/** What a listing is made of by its owner; `details` has the fields of its kind. */
export interface ListingTerms {
  readonly status: ListingStatus;
  readonly title: string;
  readonly description: string;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly amenities: readonly string[];
  readonly location: Location;
  readonly timeZone: string;
  readonly price: PricePlan;
  readonly capacity: number;
  readonly booking: BookingRules;
  readonly terms: string | null;
  readonly details: object;
}

export interface Listing extends ListingTerms {
  readonly id: string;
  readonly ownerId: string;
  readonly kind: ListingKind;
  readonly version: number;
  /** The version of the facts a listing was last made from, where another service makes it. */
  readonly sourceVersion?: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The details of an event; undefined for any other kind. */
export function eventDetails(listing: { readonly kind: ListingKind; readonly details: object }): EventDetails | undefined {
  return listing.kind === 'event' ? (listing.details as EventDetails) : undefined;
}
