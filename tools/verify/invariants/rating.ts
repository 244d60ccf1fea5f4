/** The columns of a rating as everybody is told it: a mean rounded to hundredths, over reviews written here and elsewhere. */
export const TOLD_RATING = `
  SELECT subject, subject_id, version, votes,
    CASE WHEN votes > 0 THEN (stars + imported_average * imported_count) / votes END AS average
  FROM review.rating CROSS JOIN LATERAL (
    SELECT sum(n * star) AS stars, sum(n) + imported_count AS votes FROM unnest(histogram) WITH ORDINALITY AS counted (n, star)
  ) AS total`;

/** Half of a hundredth, for rounding, and a little for binary fractions. */
export const ROUNDING = 0.0051;
