import { CloseResource, type ListingQuoteView, QuoteListings } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';

/** A search waits no longer for prices than this; it answers without them instead. */
const QUOTE_TIMEOUT_MS = 1_500;

export interface QuoteWish {
  readonly from: string;
  readonly to: string;
  readonly quantity?: number;
}

/** The way to the service that decides what is free and what it costs. */
@Injectable()
export class BookingClient {
  constructor(private readonly bus: Bus) {}

  quotes(listingIds: readonly string[], wish: QuoteWish): Promise<ListingQuoteView[]> {
    return this.bus.request(QuoteListings, { listingIds: [...listingIds], ...wish }, { timeoutMs: QUOTE_TIMEOUT_MS });
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
