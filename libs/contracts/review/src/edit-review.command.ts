import { defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsInt, Max, Min } from 'class-validator';
import { ReviewView } from './review.view';

export class EditReviewRequest {
  @IsId()
  reviewId: string;

  @IsInt() @Min(1) @Max(5)
  stars: number;

  @IsText(0, 5000)
  text: string;
}

/** Replaces stars and text of one's own review. */
export const EditReview = defineCommand<EditReviewRequest, ReviewView>({
  topic: 'review.edit-review',
  request: EditReviewRequest,
  reply: ReviewView,
});
