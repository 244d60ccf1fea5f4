import { Forbidden, NotFound, defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { ModeratedReviewView } from './moderated-review.view';

/** Which review, and why. */
export class ModerateReviewRequest {
  @IsId()
  reviewId: string;

  /** Kept with the decision; the author of a hidden review reads it. */
  @IsText(1, 1000)
  reason: string;
}

/** Hides a shown review from everybody but its author; it no longer counts. For administrators; twice is once. */
export const HideReview = defineCommand<ModerateReviewRequest, ModeratedReviewView>({
  topic: 'review.hide-review',
  request: ModerateReviewRequest,
  reply: ModeratedReviewView,
  problems: [Forbidden, NotFound],
});

/** Shows a hidden review again, or lets a reported one stand. For administrators; twice is once. */
export const RestoreReview = defineCommand<ModerateReviewRequest, ModeratedReviewView>({
  topic: 'review.restore-review',
  request: ModerateReviewRequest,
  reply: ModeratedReviewView,
  problems: [Forbidden, NotFound],
});
