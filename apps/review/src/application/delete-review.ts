import type { DeleteReviewRequest } from '@bookable/contracts-review';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { reviewCounts } from '../domain/counted-review';
import { histogramOf } from '../domain/rating';
import { ReviewStore } from '../persistence/review.store';
import { ChangeRating } from './change-rating';
import { lockOwnReview } from './lock-own-review';

/** An author takes a review back; it no longer counts, and cannot be written a second time. */
@Injectable()
export class DeleteReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reviews: ReviewStore,
    private readonly ratings: ChangeRating,
  ) {}

  async execute(request: DeleteReviewRequest, context: MessageContext): Promise<void> {
    await this.database.transaction(async (tx) => {
      const review = await lockOwnReview(this.reviews, tx, request.reviewId, context.actor);
      await this.reviews.remove(tx, review.id, this.clock.now());
      if (reviewCounts(review)) await this.ratings.add(tx, review.rated, review.subjectId, histogramOf(review.stars, -1));
    });
  }
}
