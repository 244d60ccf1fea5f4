import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsPromotionCode } from './promotion.view';

/** Which promotion. */
export class RemovePromotionRequest {
  @IsId()
  listingId: string;

  @IsPromotionCode()
  code: string;
}

/** The owner takes a promotion back; who has booked with it keeps it. */
export const RemovePromotion = defineCommand<RemovePromotionRequest>({ topic: 'booking.remove-promotion', request: RemovePromotionRequest });
