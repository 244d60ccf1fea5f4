/** Ratings carried over from elsewhere: how many there were and their mean, without their single stars. */
export interface ImportedRating {
  readonly average: number;
  readonly count: number;
}

/** How many shown reviews gave 1, 2, 3, 4 and 5 stars. */
export type Histogram = readonly number[];

/** The change of a histogram when one review comes (`+1`) or goes (`-1`). */
export function histogramOf(stars: number, by: 1 | -1): number[] {
  return [1, 2, 3, 4, 5].map((star) => (star === stars ? by : 0));
}

/** The mean over all reviews, rounded to two places; null where there are none. */
export function averageOf(histogram: Histogram, imported: ImportedRating = { average: 0, count: 0 }): number | null {
  const count = countOf(histogram, imported);
  if (count === 0) return null;
  const sum = histogram.reduce((total, reviews, index) => total + reviews * (index + 1), imported.average * imported.count);
  return Math.round((sum / count) * 100) / 100;
}

/** How many reviews a rating rests on. */
export function countOf(histogram: Histogram, imported: ImportedRating = { average: 0, count: 0 }): number {
  return histogram.reduce((total, reviews) => total + reviews, imported.count);
}
