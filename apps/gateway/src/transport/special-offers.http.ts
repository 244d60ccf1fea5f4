import { FindSpecialOffers, type FindSpecialOffersRequest, SendSpecialOffer, type SendSpecialOfferRequest } from '@bookable/contracts-notification';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** Offers to those who agreed to them, for administrators. */
@Controller()
export class SpecialOffersHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/admin/special-offers', SendSpecialOffer, { says: 'Mails an offer to everybody who agreed to such mails, once.', access: 'admin', status: 201 })
  send(asked: SendSpecialOfferRequest): Promise<Buffer> {
    return this.bus.forward(SendSpecialOffer, asked);
  }

  @Route('GET', '/api/admin/special-offers', FindSpecialOffers, { says: 'The offers, newest first, and how far each has come.', access: 'admin' })
  find(asked: FindSpecialOffersRequest): Promise<Buffer> {
    return this.bus.forward(FindSpecialOffers, asked);
  }
}
