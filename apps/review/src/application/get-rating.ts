import type { GetRatingRequest, ShownRatingView } from '@bookable/contracts-review';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { bayesianAverageOf } from '../domain/rating';
import { RatingStore } from '../persistence/rating.store';
import { presentRating } from './change-rating';

const UNRATED: ShownRatingView = { average: null, bayesianAverage: null, count: 0, histogram: [0, 0, 0, 0, 0] };

/** Reads a rating; a subject nobody has reviewed has one too, of nothing. */
@Injectable()
export class GetRating {
  constructor(
    private readonly database: Database,
    private readonly ratings: RatingStore,
  ) {}

  async execute(request: GetRatingRequest): Promise<ShownRatingView> {
    const rating = await this.ratings.find(this.database, request.subject, request.subjectId);
    if (!rating) return UNRATED;
    const imported = { average: rating.importedAverage, count: rating.importedCount };
    return { ...presentRating(rating), bayesianAverage: bayesianAverageOf(rating.histogram, imported) };
  }
}
