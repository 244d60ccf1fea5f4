import { AUDITED } from '@bookable/contracts-operations';
import type { ImportRatingRequest, RatingView } from '@bookable/contracts-review';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { RatingStore } from '../persistence/rating.store';
import { administratorOf } from './administrator';
import { ChangeRating } from './change-rating';

/** An administrator carries a listing's reputation over from the place it was let before. */
@Injectable()
export class ImportRating {
  constructor(
    private readonly database: Database,
    private readonly store: RatingStore,
    private readonly ratings: ChangeRating,
  ) {}

  async execute(request: ImportRatingRequest, context: MessageContext): Promise<RatingView> {
    administratorOf(context);
    return this.database.command(context, request, async (tx) => {
      await this.store.keepImported(tx, request.listingId, request.source, request.reviews ?? []);
      tx.audit({ action: AUDITED.ratingImported, as: 'admin', subject: `listing ${request.listingId}`, facts: { source: request.source ?? null, count: request.count } });
      return this.ratings.setImported(tx, request.listingId, request.average, request.count);
    });
  }
}
