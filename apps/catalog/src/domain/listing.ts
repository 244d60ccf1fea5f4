import type { ListingKind } from './listing-kind';
import type { ListingStatus } from './listing-status';

export interface Location {
  readonly address?: string | null;
  readonly city: string;
  readonly district?: string | null;
  readonly lat: number;
  readonly lng: number;
}

/** Amounts in minor units of the currency. */
export interface PricePlan {
  readonly currency: string;
  readonly per: 'night' | 'day' | 'hour' | 'seat';
  readonly amount: number;
  readonly week?: number;
  readonly month?: number;
  readonly weekend?: number;
  readonly cleaningFee?: number;
  readonly deposit?: number;
}

export interface OpeningHours {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

export interface BookingRules {
  readonly approval: 'request' | 'instant';
  readonly minUnits?: number;
  readonly maxUnits?: number;
  readonly checkIn?: string;
  readonly checkOut?: string;
  readonly openingHours?: readonly OpeningHours[];
  readonly holdMinutes?: number;
  readonly cancellation?: 'flexible' | 'moderate' | 'strict';
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
