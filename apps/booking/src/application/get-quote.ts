import { Injectable } from '@nestjs/common';
import type { AvailableQuoteView, GetQuoteRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { AvailabilityStore } from '../persistence/availability.store';
import { priceStay } from './draft-booking';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';
import { quoteView } from './quote-view';
import { unlessRefused } from './refuse';

/** Says what a booking would cost, line by line, and whether its time is free at this moment. */
@Injectable()
export class GetQuote {
  constructor(
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly availability: AvailabilityStore,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, from, to, quantity = 1, options, locale }: GetQuoteRequest, context: MessageContext): Promise<AvailableQuoteView> {
    const resource = await this.find.current(listingId);
    await this.audience.admit(resource, context);
    const now = this.clock.now();
    const { stay, quote } = unlessRefused(priceStay(resource, { from, to, quantity, options }, now.getTime(), locale));
    const taken = await this.availability.mostTaken(new Map([[resource.id, stay.during]]), now);
    return { ...quoteView(quote), available: resource.capacity - (taken.get(resource.id) ?? 0) >= quantity };
  }
}
