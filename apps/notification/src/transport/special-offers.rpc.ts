import { FindSpecialOffers, FindSpecialOffersRequest, SendSpecialOffer, SendSpecialOfferRequest, type SpecialOfferView } from '@bookable/contracts-notification';
import type { Page } from '@bookable/kernel';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { SpecialOffers } from '../application/offers/special-offers';

/** Offers to those who agreed to them, for administrators. */
@Controller()
export class SpecialOffersRpc {
  constructor(private readonly offers: SpecialOffers) {}

  @Handles(SendSpecialOffer)
  send(request: SendSpecialOfferRequest, context: MessageContext): Promise<SpecialOfferView> {
    return this.offers.send(request, context);
  }

  @Handles(FindSpecialOffers)
  find(request: FindSpecialOffersRequest, context: MessageContext): Promise<Page<SpecialOfferView>> {
    return this.offers.find(request, context);
  }
}
