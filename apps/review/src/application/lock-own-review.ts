import { DomainError, Forbidden, NotFound, Unauthenticated } from '@bookable/kernel';
import type { Actor } from '@bookable/platform-context';
import type { Transaction } from '@bookable/platform-database';
import type { ReviewRow } from '../persistence/review-row';
import type { ReviewStore } from '../persistence/review.store';

/** Locks a review for its author; others learn no more than what they could read anyway. */
export async function lockOwnReview(reviews: ReviewStore, tx: Transaction, reviewId: string, actor: Actor | undefined): Promise<ReviewRow> {
  if (!actor) throw new DomainError(Unauthenticated);
  const review = await reviews.lock(tx, reviewId);
  if (!review) throw new DomainError(NotFound);
  if (review.authorId === actor.userId) return review;
  throw new DomainError((await reviews.isShownTo(tx, reviewId, actor.userId)) ? Forbidden : NotFound);
}
