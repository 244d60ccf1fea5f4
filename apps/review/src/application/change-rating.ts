import { type RatingFacts, type RatingView, RatingChanged } from '@bookable/contracts-review';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { averageOf, countOf } from '../domain/rating';
import { type RatingRow, RatingStore } from '../persistence/rating.store';

/** A stored rating as readers get it. */
export function presentRating(rating: RatingRow): RatingView {
  const imported = { average: rating.importedAverage, count: rating.importedCount };
  return { average: averageOf(rating.histogram, imported), count: countOf(rating.histogram, imported), histogram: rating.histogram };
}

/** Changes a rating within the transaction of whatever changed it, and tells everybody who keeps a copy. */
@Injectable()
export class ChangeRating {
  constructor(private readonly ratings: RatingStore) {}

  async add(tx: Transaction, subject: RatingFacts['subject'], subjectId: string, difference: readonly number[]): Promise<void> {
    this.tell(tx, subject, subjectId, await this.ratings.add(tx, subject, subjectId, difference));
  }

  async setImported(tx: Transaction, listingId: string, average: number, count: number): Promise<RatingView> {
    const rating = await this.ratings.setImported(tx, listingId, average, count);
    this.tell(tx, 'listing', listingId, rating);
    return presentRating(rating);
  }

  private tell(tx: Transaction, subject: RatingFacts['subject'], subjectId: string, rating: RatingRow): void {
    tx.publish(RatingChanged, { subject, subjectId, version: rating.version, ...presentRating(rating) });
  }
}
