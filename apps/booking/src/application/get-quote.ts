import { Injectable } from '@nestjs/common';
import type { AvailableQuoteView, GetQuoteRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { withBuffers } from '../domain/buffers';
import { promotionTerms } from '../domain/promotion';
import { AvailabilityStore } from '../persistence/availability.store';
import { AskedQuotes } from './price-preview/asked-quotes';
import { AdmitPromotion } from './promotions/admit-promotion';
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
    private readonly promotions: AdmitPromotion,
    private readonly asked: AskedQuotes,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, from, to, quantity = 1, options, guests, locale, promotion: code }: GetQuoteRequest, context: MessageContext): Promise<AvailableQuoteView> {
    const resource = await this.find.current(listingId);
    await this.audience.admit(resource, context);
    const now = this.clock.now();
    const wish = { from, to, quantity, options, guests };
    const promotion = unlessRefused(await this.promotions.execute(code, resource, wish, context.actor?.userId ?? null, now.getTime()));
    const { stay, quote } = unlessRefused(priceStay(resource, wish, now.getTime(), { locale, promotion: promotion && promotionTerms(promotion) }));
    if (context.actor?.userId !== resource.ownerId) this.asked.note(resource, stay, quote, now.getTime());
    const taken = await this.availability.mostTaken(new Map([[resource.id, withBuffers(stay.during, resource)]]), now);
    return { ...quoteView(quote), available: resource.capacity - (taken.get(resource.id) ?? 0) >= quantity };
  }
}
