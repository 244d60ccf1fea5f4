import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsPromotionCode, PromotionTermsView, PromotionView } from './promotion.view';
import { PromotionKnown, TooManyPromotions } from './promotion.errors';

/** A promotion for a listing. */
export class CreatePromotionRequest extends PromotionTermsView {
  @IsId()
  listingId: string;

  @IsPromotionCode()
  code: string;
}

/** The owner of a listing makes a promotion; it is never changed, only removed. */
export const CreatePromotion = defineCommand<CreatePromotionRequest, PromotionView>({
  topic: 'booking.create-promotion',
  request: CreatePromotionRequest,
  reply: PromotionView,
  problems: [PromotionKnown, TooManyPromotions],
});
