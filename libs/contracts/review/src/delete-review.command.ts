import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';

export class DeleteReviewRequest {
  @IsId()
  reviewId: string;
}

/** Takes back one's own review; it no longer counts. */
export const DeleteReview = defineCommand<DeleteReviewRequest>({ topic: 'review.delete-review', request: DeleteReviewRequest });
