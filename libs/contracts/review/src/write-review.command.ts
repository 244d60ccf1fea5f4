import { defineCommand, NotFound } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { AlreadyReviewed, NotAnEvent, NotCompleted, NotYoursToReview } from './review.errors';
import { REVIEW_SUBJECTS, type ReviewSubject, ReviewView } from './review.view';

export class WriteReviewRequest {
  @IsId()
  bookingId: string;

  @IsIn(REVIEW_SUBJECTS)
  subject: ReviewSubject;

  @IsInt() @Min(1) @Max(5)
  stars: number;

  @IsText(0, 5000)
  text: string;
}

/** Writes a review; a party of a completed booking, once for each subject. */
export const WriteReview = defineCommand<WriteReviewRequest, ReviewView>({
  topic: 'review.write-review',
  request: WriteReviewRequest,
  reply: ReviewView,
  problems: [NotFound, NotCompleted, AlreadyReviewed, NotAnEvent, NotYoursToReview],
});
