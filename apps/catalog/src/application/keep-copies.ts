import type { AvailabilityFacts } from '@bookable/contracts-booking';
import type { FollowFacts, RatingFacts } from '@bookable/contracts-review';
import type { MessageContext } from '@bookable/platform-bus';
import { Batches, Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { takenTime } from '../domain/availability-profile';
import { earliestToday } from '../domain/day-ring';
import { FollowStore } from '../persistence/follow.store';
import { type AvailabilityCopy, SearchCopyStore } from '../persistence/search-copy.store';

const PROFILES_AT_ONCE = 64;
/** While one is on its way the next ones gather, so that a burst is kept in few commits. */
const STATEMENTS_AT_ONCE = 1;
/** A search that is so much behind costs nobody anything: a quote and a booking ask what is free at their own moment. */
const REST_MS = 25;

/** Keeps what search compares of other services' facts. */
@Injectable()
export class KeepCopies {
  private readonly profiles: Batches<AvailabilityCopy, undefined>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly copies: SearchCopyStore,
    private readonly follows: FollowStore,
  ) {
    this.profiles = new Batches({
      carry: async (told) => {
        await copies.keepAvailability(database, told);
        return told.map(() => undefined);
      },
      marksOf: ({ listingId }) => [listingId],
      batchSize: PROFILES_AT_ONCE,
      batchesInFlight: STATEMENTS_AT_ONCE,
      restMs: REST_MS,
    });
  }

  rating({ subject, subjectId, average, count, version }: RatingFacts, context: MessageContext): Promise<void> {
    if (subject !== 'listing') return Promise.resolve();
    return this.database.consume(context, (tx) => this.copies.keepRating(tx, { listingId: subjectId, average, count, version }));
  }

  /** Every booking tells one, so those that wait go in together; its version says whether a profile was taken in before. */
  async availability({ listingId, unit, capacity, version, segments }: AvailabilityFacts): Promise<void> {
    await this.profiles.add({ listingId, capacity, version, ...takenTime(unit, segments, earliestToday(this.clock.now())) });
  }

  follow(facts: FollowFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, (tx) => this.follows.keep(tx, facts));
  }
}
