import type { ReviewFacts, ReviewView } from '@bookable/contracts-review';
import type { ReviewRow } from '../persistence/review.store';

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
    createdAt: review.createdAt.toISOString(),
    updatedAt: review.updatedAt.toISOString(),
  };
}

/** A shown review as other services are told of it. */
export function reviewFacts(review: ReviewRow): ReviewFacts {
  return { ...presentReview(review), listingId: review.listingId, aboutUserId: review.aboutUserId, version: review.version };
}
