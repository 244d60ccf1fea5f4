import { type CreateListingRequest, LandlordsOnly, ListingInconsistent, RoomsByHotelOnly } from '@bookable/contracts-catalog';
import { DomainError, type FieldFault, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Actor } from '@bookable/platform-context';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { Listing } from '../domain/listing';
import { contradictionsIn, eventLiesAhead } from '../domain/listing-consistency';
import { isOfferedByHotelOnly, mayOffer } from '../domain/listing-kind';
import { newListing } from '../domain/new-listing';
import { ListingStore } from '../persistence/listing.store';
import { announce } from './announce';
import { LearnHost } from './learn-host';
import { signedIn } from './signed-in';

/** Makes a listing. One statement writes it, puts it where searches look and answers its JSON. */
@Injectable()
export class CreateListing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly listings: ListingStore,
    private readonly learnHost: LearnHost,
  ) {}

  async execute(request: CreateListingRequest, context: MessageContext): Promise<Buffer> {
    const actor = signedIn(context);
    refuseUnlessAllowed(request, actor);
    const now = this.clock.now();
    const listing = newListing(newId(now.getTime()), actor.userId, request, now);
    refuseContradictions(listing, now);
    let hostIsKnown = true;
    const page = await this.database.command(context, request, async (tx) => {
      const shelved = await this.listings.insert(tx, listing);
      announce(tx, undefined, listing, shelved.cover);
      hostIsKnown = shelved.hostIsKnown;
      return Buffer.from(shelved.page);
    });
    if (!hostIsKnown) await this.learnHost.execute(actor.userId);
    return page;
  }
}

function refuseUnlessAllowed({ kind }: CreateListingRequest, { roles }: Actor): void {
  if (mayOffer(kind, roles)) return;
  throw new DomainError(isOfferedByHotelOnly(kind) ? RoomsByHotelOnly : LandlordsOnly);
}

function refuseContradictions(listing: Listing, now: Date): void {
  const late: FieldFault[] = eventLiesAhead(listing, now) ? [] : [{ path: 'details.startsAt', message: 'must lie ahead' }];
  const errors = [...contradictionsIn(listing), ...late];
  if (errors.length > 0) throw new DomainError(ListingInconsistent, undefined, { errors });
}
