import type { ModeratedReviewView, ReviewFacts, ReviewView } from '@bookable/contracts-review';
import type { ModeratedRow } from '../persistence/moderation.store';
import type { ReviewRow } from '../persistence/review-row';

/** A stored review as readers get it. */
export function presentReview(review: ReviewRow): ReviewView {
  return {
    id: review.id,
    bookingId: review.bookingId,
    subject: review.subject,
    subjectId: review.subjectId,
    authorId: review.authorId,
    authorName: review.authorName,
    stars: review.stars,
    text: review.text,
    published: review.publishedAt !== null,
    seal: { salt: review.salt, hash: review.hash },
    ...(review.hiddenBecause !== null && { hiddenBecause: review.hiddenBecause }),
    createdAt: review.createdAt.toISOString(),
    updatedAt: review.updatedAt.toISOString(),
  };
}

/** A review as administrators get it. */
export function presentModerated(review: ModeratedRow): ModeratedReviewView {
  return { ...presentReview(review), reports: review.reports, decisions: review.decisions };
}

/** A shown review as other services are told of it. */
export function reviewFacts(review: ReviewRow): ReviewFacts {
  return { ...presentReview(review), listingId: review.listingId, aboutUserId: review.aboutUserId, version: review.version };
}
