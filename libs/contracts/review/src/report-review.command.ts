import { defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';

export class ReportReviewRequest {
  @IsId()
  reviewId: string;

  @IsText(1, 1000)
  reason: string;
}

/** Tells the moderators of a review that should not stand; one report of one person counts once. */
export const ReportReview = defineCommand<ReportReviewRequest>({ topic: 'review.report-review', request: ReportReviewRequest });
