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
  return count === 0 ? null : toHundredths(sumOf(histogram, imported) / count);
}

/** What is taken for granted of whatever nobody knows yet: as if so many had given so much. */
const PRIOR = { average: 3.5, count: 5 };

/** The mean that a few reviews alone cannot carry far; null where there are none. */
export function bayesianAverageOf(histogram: Histogram, imported: ImportedRating = { average: 0, count: 0 }): number | null {
  const count = countOf(histogram, imported);
  return count === 0 ? null : toHundredths((sumOf(histogram, imported) + PRIOR.average * PRIOR.count) / (count + PRIOR.count));
}

function sumOf(histogram: Histogram, imported: ImportedRating): number {
  return histogram.reduce((total, reviews, index) => total + reviews * (index + 1), imported.average * imported.count);
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** How many reviews a rating rests on. */
export function countOf(histogram: Histogram, imported: ImportedRating = { average: 0, count: 0 }): number {
  return histogram.reduce((total, reviews) => total + reviews, imported.count);
}
