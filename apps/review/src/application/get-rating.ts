import type { GetRatingRequest, RatingView } from '@bookable/contracts-review';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { RatingStore } from '../persistence/rating.store';
import { presentRating } from './change-rating';

const UNRATED: RatingView = { average: null, count: 0, histogram: [0, 0, 0, 0, 0] };

/** Reads a rating; a subject nobody has reviewed has one too, of nothing. */
@Injectable()
export class GetRating {
  constructor(
    private readonly database: Database,
    private readonly ratings: RatingStore,
  ) {}

  async execute(request: GetRatingRequest): Promise<RatingView> {
    const rating = await this.ratings.find(this.database, request.subject, request.subjectId);
    return rating ? presentRating(rating) : UNRATED;
  }
}
