import { AUDITED } from '@bookable/contracts-operations';
import type { ModerateReviewRequest, ModeratedReviewView, ReviewDecision } from '@bookable/contracts-review';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { histogramOf } from '../domain/rating';
import { ModerationStore } from '../persistence/moderation.store';
import type { ReviewRow } from '../persistence/review-row';
import { ReviewStore } from '../persistence/review.store';
import { administratorOf } from './administrator';
import { ChangeRating } from './change-rating';
import { presentModerated } from './present-review';

const WORDS: Readonly<Record<ReviewDecision, string>> = { hidden: AUDITED.reviewHidden, restored: AUDITED.reviewRestored, kept: AUDITED.reviewKept };

/** An administrator hides a shown review, or lets it stand. Each decision is kept with its reason; one that changes nothing is none. */
@Injectable()
export class ModerateReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reviews: ReviewStore,
    private readonly moderation: ModerationStore,
    private readonly ratings: ChangeRating,
  ) {}

  hide(request: ModerateReviewRequest, context: MessageContext): Promise<ModeratedReviewView> {
    return this.settle(request, context, async (tx, review) => {
      if (review.hiddenAt) return undefined;
      await this.ratings.add(tx, review.rated, review.subjectId, histogramOf(review.stars, -1));
      return 'hidden';
    });
  }

  restore(request: ModerateReviewRequest, context: MessageContext): Promise<ModeratedReviewView> {
    return this.settle(request, context, async (tx, review, isReported) => {
      if (!review.hiddenAt) return isReported ? 'kept' : undefined;
      await this.ratings.add(tx, review.rated, review.subjectId, histogramOf(review.stars, 1));
      return 'restored';
    });
  }

  private async settle(
    { reviewId, reason }: ModerateReviewRequest, context: MessageContext, decide: (tx: Transaction, review: ReviewRow, isReported: boolean) => Promise<ReviewDecision | undefined>,
  ): Promise<ModeratedReviewView> {
    const decidedBy = administratorOf(context);
    return this.database.transaction(async (tx) => {
      const review = await this.reviews.lock(tx, reviewId);
      if (!review?.publishedAt) throw new DomainError(NotFound);
      const decision = await decide(tx, review, await this.moderation.isReported(tx, reviewId));
      if (decision) {
        await this.moderation.decide(tx, reviewId, { decision, decidedBy, reason, decidedAt: this.clock.now() });
        tx.audit({ action: WORDS[decision], as: 'admin', subject: `review ${reviewId}`, affects: [review.authorId], reason });
      }
      return presentModerated(await this.moderation.find(tx, reviewId));
    });
  }
}
