import type { Invariant } from '../invariant';

/** Reckoned here by itself: whoever could alter a text could alter a function beside it. */
const SEAL = `encode(sha256(convert_to(concat_ws(E'\\n', said.salt, review.booking_id, review.subject, said.stars, said.text), 'UTF8')), 'hex')`;

export const reviewsAreAsSealed: Invariant = {
  promise: 6,
  name: 'every review, and whatever it said before, reads as its author sealed it',
  reads: ['review.review', 'review.review_revision'],
  violations: `
    SELECT review.id AS review_id, said.version, said.hash, ${SEAL} AS reckoned
    FROM review.review JOIN (
      SELECT id, version, stars, text, salt, hash FROM review.review
      UNION ALL SELECT review_id, version, stars, text, salt, hash FROM review.review_revision
    ) AS said ON said.id = review.id
    WHERE said.hash <> ${SEAL}`,
};
