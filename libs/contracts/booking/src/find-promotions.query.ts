import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { PromotionView } from './promotion.view';

/** Of which listing. */
export class FindPromotionsRequest extends PageRequest {
  @IsId()
  listingId: string;
}

/** The promotions of a listing with how often each is used, newest first; for its owner. */
export const FindPromotions = defineQuery<FindPromotionsRequest, Page<PromotionView>>({
  topic: 'booking.find-promotions', request: FindPromotionsRequest, reply: PromotionView, answers: 'page',
});
