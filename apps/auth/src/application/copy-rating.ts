import type { RatingFacts } from '@bookable/contracts-review';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { UserRatingStore } from '../persistence/user-rating.store';

/** Keeps a copy of people's ratings, so that a profile is read without asking another service. */
@Injectable()
export class CopyRating {
  constructor(
    private readonly database: Database,
    private readonly ratings: UserRatingStore,
  ) {}

  async execute({ subject, subjectId, average, count, version }: RatingFacts, context: MessageContext): Promise<void> {
    if (subject !== 'user') return;
    await this.database.consume(context, (tx) => this.ratings.copy(tx, { userId: subjectId, average, count, version }));
  }
}
