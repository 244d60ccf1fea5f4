import { defineEvent } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsInt } from 'class-validator';
import { ReviewView } from './review.view';

/** A review that everybody can read now. */
export class ReviewFacts extends ReviewView {
  @IsId()
  listingId: string;

  /** The person to tell: the host for a listing or host review, the guest for a guest review. */
  @IsId()
  aboutUserId: string;

  @IsInt()
  version: number;
}

export const ReviewPublished = defineEvent<ReviewFacts>({
  topic: 'review.review.published',
  payload: ReviewFacts,
  aggregateId: (facts) => facts.id,
});
