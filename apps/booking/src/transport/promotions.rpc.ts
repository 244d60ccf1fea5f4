import { Controller } from '@nestjs/common';
import {
  CreatePromotion, type CreatePromotionRequest, FindPromotions, type FindPromotionsRequest, RemovePromotion, type RemovePromotionRequest,
} from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { CreatePromotion as CreatePromotionCase } from '../application/promotions/create-promotion';
import { FindPromotions as FindPromotionsCase } from '../application/promotions/find-promotions';
import { RemovePromotion as RemovePromotionCase } from '../application/promotions/remove-promotion';

/** What owners take off for whoever names a code. */
@Controller()
export class PromotionsRpc {
  constructor(
    private readonly createPromotion: CreatePromotionCase,
    private readonly findPromotions: FindPromotionsCase,
    private readonly removePromotion: RemovePromotionCase,
  ) {}

  /** `booking.create-promotion` */
  @Handles(CreatePromotion)
  create(request: CreatePromotionRequest, context: MessageContext) {
    return this.createPromotion.execute(request, context);
  }

  /** `booking.find-promotions` */
  @Handles(FindPromotions)
  find(request: FindPromotionsRequest, context: MessageContext) {
    return this.findPromotions.execute(request, context);
  }

  /** `booking.remove-promotion` */
  @Handles(RemovePromotion)
  remove(request: RemovePromotionRequest, context: MessageContext) {
    return this.removePromotion.execute(request, context);
  }
}
