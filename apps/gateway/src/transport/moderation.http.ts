import { FindModeratedReviews, type FindModeratedReviewsRequest, HideReview, type ModerateReviewRequest, RestoreReview } from '@bookable/contracts-review';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'reviewId' };

/** What administrators decide of reviews. */
@Controller()
export class ModerationHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/admin/reviews', FindModeratedReviews, { says: 'Reviews that were reported and wait for a decision, or that are hidden.', access: 'admin' })
  find(asked: FindModeratedReviewsRequest): Promise<Buffer> {
    return this.bus.forward(FindModeratedReviews, asked);
  }

  @Route('PUT', '/api/admin/reviews/:id/hide', HideReview, { says: 'Hides a review, with a reason; it no longer counts.', access: 'admin', names })
  hide(asked: ModerateReviewRequest): Promise<Buffer> {
    return this.bus.forward(HideReview, asked);
  }

  @Route('PUT', '/api/admin/reviews/:id/restore', RestoreReview, { says: 'Shows a hidden review again, or lets a reported one stand, with a reason.', access: 'admin', names })
  restore(asked: ModerateReviewRequest): Promise<Buffer> {
    return this.bus.forward(RestoreReview, asked);
  }
}
