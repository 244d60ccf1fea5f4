import { type AddSeatRequest, type ListingFacts, TooManySeats, WrongListingStatus } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { MOST_PLACES } from '../domain/listing';
import { withChange } from '../domain/listing-change';
import { ListingStore } from '../persistence/listing.store';
import { announce, factsOf } from './announce';
import { holdOwnListing } from './hold-own-listing';
import { signedIn } from './signed-in';

/** The host of an event finds room for one more. Two at once are two seats; the same command again is the same seat. */
@Injectable()
export class AddSeat {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly listings: ListingStore,
  ) {}

  async execute(request: AddSeatRequest, context: MessageContext): Promise<ListingFacts> {
    const actor = signedIn(context);
    return this.database.command(context, request, async (tx) => {
      const present = await holdOwnListing(tx, this.listings, request.id, actor);
      if (present.kind !== 'event') throw new DomainError(NotFound);
      if (present.status === 'archived') throw new DomainError(WrongListingStatus, undefined, { status: present.status });
      if (present.capacity >= MOST_PLACES) throw new DomainError(TooManySeats);
      const next = withChange(present, { capacity: present.capacity + 1 }, this.clock.now());
      const { cover } = await this.listings.update(tx, next);
      announce(tx, present.status, next, cover);
      return factsOf(next, cover);
    });
  }
}
