import { Injectable } from '@nestjs/common';
import type { AvailableQuoteView, GetQuoteRequest } from '@bookable/contracts-booking';
import { spanOfPeriods } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import type { BesideResource } from '../domain/beside';
import type { ClaimNeed } from '../domain/claim-need';
import { promotionTerms } from '../domain/promotion';
import type { Resource } from '../domain/resource';
import type { StayWish } from '../domain/stay';
import { AvailabilityStore } from '../persistence/availability.store';
import { AskedQuotes } from './price-preview/asked-quotes';
import { AdmitPromotion } from './promotions/admit-promotion';
import { BesideResources } from './beside-resources';
import { priceStay } from './draft-booking';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';
import { priceTogether } from './price-together';
import { quoteView } from './quote-view';
import { unlessRefused } from './refuse';

/** Says what a booking would cost, line by line, and whether its time is free at this moment. */
@Injectable()
export class GetQuote {
  constructor(
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly besides: BesideResources,
    private readonly availability: AvailabilityStore,
    private readonly promotions: AdmitPromotion,
    private readonly asked: AskedQuotes,
    private readonly clock: Clock,
  ) {}

  async execute(request: GetQuoteRequest, context: MessageContext): Promise<AvailableQuoteView> {
    const { listingId, from, to, quantity = 1, options, guests, locale, promotion: code } = request;
    const resource = await this.find.current(listingId);
    await this.audience.admit(resource, context);
    const besides = await this.besides.find(request.beside, context);
    const now = this.clock.now();
    const wish = { from, to, quantity, options, guests };
    const promotion = unlessRefused(await this.promotions.execute(code, resource, wish, context.actor?.userId ?? null, now.getTime()));
    const price = (one: Resource, itsWish: StayWish) =>
      priceStay(one, itsWish, now.getTime(), { locale, promotion: promotion && one === resource ? promotionTerms(promotion) : undefined });
    const { stay, quote, claims } = unlessRefused(priceTogether(resource, wish, besides, price));
    const own = besides.length === 0 ? quote : unlessRefused(price(resource, wish)).quote;
    if (context.actor?.userId !== resource.ownerId) this.asked.note(resource, stay, own, now.getTime());
    return { ...quoteView(quote), available: await this.areFree([{ resource, quantity }, ...besides], claims, now) };
  }

  /** Whether all that is wanted is free, each for its own time with what it needs around it. */
  private async areFree(wanted: readonly BesideResource[], claims: readonly ClaimNeed[], now: Date): Promise<boolean> {
    const periods = wanted.map(({ resource: { id } }) => [id, spanOfPeriods(claims.filter(({ resourceId }) => resourceId === id).map(({ during }) => during))] as const);
    const taken = await this.availability.mostTaken(new Map(periods), now);
    return wanted.every(({ resource, quantity }) => resource.capacity - (taken.get(resource.id) ?? 0) >= quantity);
  }
}
