import type { Invariant } from '../invariant';

export const hiddenReviewsHaveAReason: Invariant = {
  promise: 6,
  name: 'a review is hidden exactly where an administrator has last decided so, for the reason that is kept',
  reads: ['review.review', 'review.review_decision'],
  violations: `
    SELECT review.id AS review_id, review.hidden_at, review.hidden_because, last.decision, last.reason
    FROM review.review LEFT JOIN LATERAL (
      SELECT decision, reason, decided_at FROM review.review_decision WHERE review_id = review.id ORDER BY place DESC LIMIT 1) AS last ON true
    WHERE (review.hidden_at, review.hidden_because) IS DISTINCT FROM
      (CASE WHEN last.decision = 'hidden' THEN last.decided_at END, CASE WHEN last.decision = 'hidden' THEN last.reason END)`,
};
