import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { IsIn } from 'class-validator';
import { RATING_SUBJECTS, type RatingSubject } from './rating.view';
import { ReviewView } from './review.view';

export class FindReviewsRequest extends PageRequest {
  @IsIn(RATING_SUBJECTS)
  subject: RatingSubject;

  @IsId()
  subjectId: string;
}

/** The shown reviews of a listing or user, newest first; the caller's own are among them before they are shown. */
export const FindReviews = defineQuery<FindReviewsRequest, Page<ReviewView>>({
  topic: 'review.find-reviews',
  request: FindReviewsRequest,
  reply: ReviewView,
  answers: 'page',
});
