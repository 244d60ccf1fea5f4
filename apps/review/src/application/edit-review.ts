import type { EditReviewRequest, ReviewView } from '@bookable/contracts-review';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { reviewCounts } from '../domain/counted-review';
import { histogramOf } from '../domain/rating';
import { sealOf } from '../domain/review-seal';
import { ReviewStore } from '../persistence/review.store';
import { ChangeRating } from './change-rating';
import { lockOwnReview } from './lock-own-review';
import { presentReview } from './present-review';
import { newSalt } from './new-salt';

/** An author changes their mind; what stood before is kept as a revision. */
@Injectable()
export class EditReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reviews: ReviewStore,
    private readonly ratings: ChangeRating,
  ) {}

  async execute(request: EditReviewRequest, context: MessageContext): Promise<ReviewView> {
    return this.database.transaction(async (tx) => {
      const review = await lockOwnReview(this.reviews, tx, request.reviewId, context.actor);
      if (review.stars === request.stars && review.text === request.text) return presentReview(review);

      const words = { stars: request.stars, text: request.text };
      await this.reviews.edit(tx, review, { ...words, ...sealOf({ ...review, ...words }, newSalt()) }, this.clock.now());
      if (reviewCounts(review) && review.stars !== request.stars) {
        const gone = histogramOf(review.stars, -1);
        const difference = histogramOf(request.stars, 1).map((count, index) => count + gone[index]!);
        await this.ratings.add(tx, review.rated, review.subjectId, difference);
      }
      const edited = await this.reviews.find(tx, review.id);
      return presentReview(edited!);
    });
  }
}
