import type { RoomTypeFacts } from '@bookable/contracts-hotel-management';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { isNews, roomListing } from '../domain/room-listing';
import { ListingStore } from '../persistence/listing.store';
import { announce } from './announce';

/** Lists a hotel's room type, changes the listing with it, and takes it out of sight while the type is not offered. */
@Injectable()
export class OfferRooms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly listings: ListingStore,
  ) {}

  publish(facts: RoomTypeFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, (tx) => this.list(tx, facts, true));
  }

  retire(facts: RoomTypeFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, (tx) => this.list(tx, facts, false));
  }

  private async list(tx: Transaction, facts: RoomTypeFacts, isOffered: boolean): Promise<void> {
    const present = await this.listings.lock(tx, facts.id);
    if (!isNews(facts, present)) return;
    const listing = roomListing(facts, isOffered, present, this.clock.now());
    if (present && present.ownerId !== facts.ownerId) await this.listings.handOver(tx, facts.id, facts.ownerId);
    const { cover } = await (present ? this.listings.update(tx, listing) : this.listings.insert(tx, listing));
    announce(tx, present?.status, listing, cover);
  }
}
