import { Injectable } from '@nestjs/common';
import type { ListingQuoteView, QuoteListingsRequest } from '@bookable/contracts-booking';
import { startOfDay } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { withBuffers } from '../domain/buffers';
import { Refusal } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import { AvailabilityStore } from '../persistence/availability.store';
import { ResourceStore } from '../persistence/resource.store';
import { type PricedStay, priceStay } from './draft-booking';
import { quoteView } from './quote-view';

/** Quotes many listings for the same time in two round trips; what cannot be booked so has no quote. */
@Injectable()
export class QuoteListings {
  constructor(
    private readonly resources: ResourceStore,
    private readonly availability: AvailabilityStore,
    private readonly clock: Clock,
  ) {}

  async execute(request: QuoteListingsRequest): Promise<ListingQuoteView[]> {
    const now = this.clock.now();
    const byId = await this.resources.readMany(request.listingIds);
    const priced = new Map<string, PricedStay>();
    for (const resource of byId.values()) {
      const stay = this.price(resource, request, now.getTime());
      if (stay) priced.set(resource.id, stay);
    }
    const periods = new Map([...priced].map(([id, { stay }]) => [id, withBuffers(stay.during, byId.get(id)!)]));
    const taken = priced.size === 0 ? new Map<string, number>() : await this.availability.mostTaken(periods, now);
    return request.listingIds.map((listingId) => {
      const known = priced.get(listingId);
      const free = (byId.get(listingId)?.capacity ?? 0) - (taken.get(listingId) ?? 0);
      return { listingId, quote: known ? quoteView(known.quote) : null, available: known !== undefined && free >= known.stay.quantity };
    });
  }

  private price(resource: Resource, { from, to, quantity = 1, guests }: QuoteListingsRequest, nowMs: number): PricedStay | undefined {
    const isEvent = resource.unit === 'session';
    if (isEvent && !beginsWithin(resource, from, to)) return undefined;
    const priced = priceStay(resource, isEvent ? { quantity, guests } : { from, to, quantity, guests }, nowMs);
    return priced instanceof Refusal ? undefined : priced;
  }
}

/** Who searches between two days means the events that begin between them; a film may well end after midnight. */
function beginsWithin({ session, timeZone }: Resource, from: string, to: string): boolean {
  return session !== undefined && session.fromMs >= momentOf(from, timeZone) && session.fromMs < momentOf(to, timeZone);
}

function momentOf(text: string, timeZone: string): number {
  return text.includes('T') ? Date.parse(text) : startOfDay(text, timeZone);
}
