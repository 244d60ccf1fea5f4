import type { AvailabilityFacts } from '@bookable/contracts-booking';
import type { FollowFacts, RatingFacts } from '@bookable/contracts-review';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { takenTime } from '../domain/availability-profile';
import { earliestToday } from '../domain/day-ring';
import { FollowStore } from '../persistence/follow.store';
import { SearchCopyStore } from '../persistence/search-copy.store';

/** Keeps what search compares of other services' facts. */
@Injectable()
export class KeepCopies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly copies: SearchCopyStore,
    private readonly follows: FollowStore,
  ) {}

  rating({ subject, subjectId, average, count, version }: RatingFacts, context: MessageContext): Promise<void> {
    if (subject !== 'listing') return Promise.resolve();
    return this.database.consume(context, (tx) => this.copies.keepRating(tx, { listingId: subjectId, average, count, version }));
  }

  availability({ listingId, unit, capacity, version, segments }: AvailabilityFacts, context: MessageContext): Promise<void> {
    const taken = takenTime(unit, segments, earliestToday(this.clock.now()));
    return this.database.consume(context, (tx) => this.copies.keepAvailability(tx, { listingId, capacity, version, ...taken }));
  }

  follow(facts: FollowFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, (tx) => this.follows.keep(tx, facts));
  }
}
