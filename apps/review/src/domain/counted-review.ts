/** Where a review stands. */
export interface ReviewStanding {
  readonly publishedAt: Date | null;
  readonly hiddenAt: Date | null;
}

/** Whether a review is shown, and so counts: both sides have written or had their time, and no administrator has hidden it. */
export function reviewCounts({ publishedAt, hiddenAt }: ReviewStanding): boolean {
  return publishedAt !== null && hiddenAt === null;
}
