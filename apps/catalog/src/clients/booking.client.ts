import { CloseResource, FindScheduleClash, type ListingQuoteView, QuoteListings } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';

/** A search waits no longer for prices than this; it answers without them instead. */
const QUOTE_TIMEOUT_MS = 1_500;

/** Announcing an event waits no longer for what else its host has agreed to than this. */
const CLASH_TIMEOUT_MS = 1_500;

export interface QuoteWish {
  readonly from: string;
  readonly to: string;
  readonly quantity?: number;
  /** How many people come, where that is said. */
  readonly guests?: number;
}

/** The way to the service that decides what is free and what it costs. */
@Injectable()
export class BookingClient {
  constructor(private readonly bus: Bus) {}

  quotes(listingIds: readonly string[], wish: QuoteWish): Promise<ListingQuoteView[]> {
    return this.bus.request(QuoteListings, { listingIds: [...listingIds], ...wish }, { timeoutMs: QUOTE_TIMEOUT_MS });
  }

  /** The event of somebody else that a host has agreed to go to at the time of their own. */
  async eventGoneTo(userId: string, { startsAt: from, endsAt: to }: { readonly startsAt: string; readonly endsAt: string }, listingId: string): Promise<string | undefined> {
    return (await this.bus.request(FindScheduleClash, { userId, from, to, listingId }, { timeoutMs: CLASH_TIMEOUT_MS })).otherListingId;
  }

  /** Lets nothing be booked from here on; refuses with `has-bookings`. What booking never heard of is closed already. */
  async close(listingId: string): Promise<void> {
    try {
      await this.bus.request(CloseResource, { listingId });
    } catch (error) {
      if (!(error instanceof DomainError && error.problem.code === NotFound.code)) throw error;
    }
  }
}
