import { type ArchiveListingRequest, RoomsByHotelOnly } from '@bookable/contracts-catalog';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { BookingClient } from '../clients/booking.client';
import type { Listing } from '../domain/listing';
import { isOfferedByHotelOnly } from '../domain/listing-kind';
import { ListingStore } from '../persistence/listing.store';
import { announce } from './announce';
import { HostPlans } from './host-plans';
import { holdOwnListing } from './hold-own-listing';
import { signedIn } from './signed-in';

/**
 * Takes a listing out for good. Booking closes first, because only booking can say that nothing lies ahead and keep it so;
 * if the process dies in between, the listing is still there, cannot be booked, and the same request finishes the work.
 */
@Injectable()
export class ArchiveListing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly booking: BookingClient,
    private readonly listings: ListingStore,
    private readonly plans: HostPlans,
  ) {}

  async execute({ id }: ArchiveListingRequest, context: MessageContext): Promise<void> {
    const actor = signedIn(context);
    const listing = await this.database.transaction((tx) => holdOwnListing(tx, this.listings, id, actor));
    if (isOfferedByHotelOnly(listing.kind)) throw new DomainError(RoomsByHotelOnly);
    if (listing.status === 'archived') return;
    await this.booking.close(id);
    await this.database.transaction(async (tx) => {
      const present = await holdOwnListing(tx, this.listings, id, actor);
      if (present.status !== 'archived') await this.archive(tx, present);
    });
  }

  /** Archives a listing that is held, and of which it is known that nothing lies ahead, or that its owner is gone. */
  async archive(tx: Transaction, present: Listing): Promise<void> {
    const archived: Listing = { ...present, status: 'archived', version: present.version + 1, updatedAt: this.clock.now() };
    const { cover } = await this.listings.update(tx, archived);
    await this.plans.letGo(tx, archived);
    announce(tx, present.status, archived, cover);
  }
}
