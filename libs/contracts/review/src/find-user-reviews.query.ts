import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { ReviewView } from './review.view';

/** On which side of a review somebody is: it is of them, or by them. */
export const REVIEW_SIDES = ['received', 'written'] as const;
/** One of the sides. */
export type ReviewSide = (typeof REVIEW_SIDES)[number];

export class FindUserReviewsRequest extends PageRequest {
  @IsId()
  userId: string;

  /** `received` unless told: what is said of them as host and as guest; `written`: what they say of others and of listings. */
  @IsOptional() @IsIn(REVIEW_SIDES)
  side?: ReviewSide;
}

/** The shown reviews of or by a person, newest first; the caller's own are among them before they are shown. */
export const FindUserReviews = defineQuery<FindUserReviewsRequest, Page<ReviewView>>({
  topic: 'review.find-user-reviews',
  request: FindUserReviewsRequest,
  reply: ReviewView,
  answers: 'page',
});
