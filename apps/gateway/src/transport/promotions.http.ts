import {
  CreatePromotion, type CreatePromotionRequest, FindPromotions, type FindPromotionsRequest, PreviewPrice, type PreviewPriceRequest, RemovePromotion, type RemovePromotionRequest,
} from '@bookable/contracts-booking';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'listingId' };

/** What owners take off for whoever names a code, and what other prices would come to. */
@Controller()
export class PromotionsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/listings/:id/promotions', CreatePromotion, { says: 'Makes a promotion of a listing.', access: 'owner', status: 201, names })
  create(asked: CreatePromotionRequest): Promise<Buffer> {
    return this.bus.forward(CreatePromotion, asked);
  }

  @Route('GET', '/api/listings/:id/promotions', FindPromotions, { says: 'The promotions of a listing, and how often each is used.', access: 'owner', names })
  find(asked: FindPromotionsRequest): Promise<Buffer> {
    return this.bus.forward(FindPromotions, asked);
  }

  @Route('DELETE', '/api/listings/:id/promotions/:code', RemovePromotion, { says: 'Takes a promotion back; who has booked with it keeps it.', access: 'owner', names })
  remove(asked: RemovePromotionRequest): Promise<Buffer> {
    return this.bus.forward(RemovePromotion, asked);
  }

  @Route('POST', '/api/listings/:id/price/preview', PreviewPrice, {
    says: 'What the quotes and bookings of the last 90 days would have cost under another price plan.', access: 'owner', names,
  })
  previewPrice(asked: PreviewPriceRequest): Promise<Buffer> {
    return this.bus.forward(PreviewPrice, asked);
  }
}
