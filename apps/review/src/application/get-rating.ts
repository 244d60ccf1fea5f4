import type { GetRatingRequest, ShownRatingView } from '@bookable/contracts-review';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { bayesianAverageOf } from '../domain/rating';
import { EventAudienceStore } from '../persistence/event-audience.store';
import { RatingStore } from '../persistence/rating.store';
import { presentRating } from './change-rating';

const UNRATED: ShownRatingView = { average: null, bayesianAverage: null, count: 0, histogram: [0, 0, 0, 0, 0] };

/** Reads a rating; a subject nobody has reviewed has one too, of nothing, and so has an event that is not for the reader. */
@Injectable()
export class GetRating {
  constructor(
    private readonly database: Database,
    private readonly ratings: RatingStore,
    private readonly audiences: EventAudienceStore,
  ) {}

  async execute({ subject, subjectId }: GetRatingRequest, context: MessageContext): Promise<ShownRatingView> {
    const rating = await this.ratings.find(this.database, subject, subjectId);
    if (!rating || (subject === 'listing' && !(await this.isOpen(subjectId, context)))) return UNRATED;
    const imported = { average: rating.importedAverage, count: rating.importedCount };
    return { ...presentRating(rating), bayesianAverage: bayesianAverageOf(rating.histogram, imported) };
  }

  private isOpen(listingId: string, { actor }: MessageContext): Promise<boolean> {
    return this.audiences.isOpenTo(this.database, listingId, actor?.userId ?? null);
  }
}
