import type { Invariant } from '../invariant';

export const ratingsCountTheirReviews: Invariant = {
  promise: 7,
  name: 'a rating counts just the reviews that are shown, star by star',
  reads: ['review.review', 'review.rating'],
  violations: `
    WITH counted AS (
      SELECT rated AS subject, subject_id,
        ARRAY[count(*) FILTER (WHERE stars = 1), count(*) FILTER (WHERE stars = 2), count(*) FILTER (WHERE stars = 3),
              count(*) FILTER (WHERE stars = 4), count(*) FILTER (WHERE stars = 5)]::integer[] AS histogram
      FROM review.review WHERE published_at IS NOT NULL AND hidden_at IS NULL AND deleted_at IS NULL GROUP BY rated, subject_id
    )
    SELECT coalesce(rating.subject, counted.subject) AS subject, coalesce(rating.subject_id, counted.subject_id) AS subject_id,
      rating.histogram, counted.histogram AS counted
    FROM review.rating FULL JOIN counted ON counted.subject = rating.subject AND counted.subject_id = rating.subject_id
    WHERE coalesce(rating.histogram, '{0,0,0,0,0}') <> coalesce(counted.histogram, '{0,0,0,0,0}')`,
};
