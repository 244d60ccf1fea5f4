import { defineQuery } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsIn } from 'class-validator';
import { RATING_SUBJECTS, type RatingSubject, ShownRatingView } from './rating.view';

export class GetRatingRequest {
  @IsIn(RATING_SUBJECTS)
  subject: RatingSubject;

  @IsId()
  subjectId: string;
}

/** The rating of a listing or user; count 0 where nobody has reviewed. */
export const GetRating = defineQuery<GetRatingRequest, ShownRatingView>({ topic: 'review.get-rating', request: GetRatingRequest, reply: ShownRatingView });
