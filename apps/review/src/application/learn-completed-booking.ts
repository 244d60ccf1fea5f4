import { type BookingFacts, GetBookingFacts } from '@bookable/contracts-booking';
import { Bus, type MessageContext } from '@bookable/platform-bus';
import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { CompletedBookingStore } from '../persistence/completed-booking.store';

/** Learns which stays have ended: from booking's event, or by asking where somebody writes before it has come. */
@Injectable()
export class LearnCompletedBooking {
  constructor(
    private readonly database: Database,
    private readonly bus: Bus,
    private readonly bookings: CompletedBookingStore,
  ) {}

  async fromEvent(facts: BookingFacts, context: MessageContext): Promise<void> {
    await this.database.consume(context, (tx) => this.keep(tx, facts));
  }

  /** Asks booking about a booking that is not known here. The answer is kept only where the stay has ended. */
  async onMiss(bookingId: string): Promise<BookingFacts | undefined> {
    if (await this.bookings.isKnown(this.database, bookingId)) return undefined;
    const facts = await this.bus.request(GetBookingFacts, { bookingId });
    if (facts.status === 'completed') await this.keep(this.database, facts);
    return facts;
  }

  private async keep(queryable: Queryable, facts: BookingFacts): Promise<void> {
    await this.bookings.keep(queryable, {
      bookingId: facts.id,
      listingId: facts.listingId,
      renterId: facts.renterId,
      ownerId: facts.ownerId,
      completedAt: new Date(facts.updatedAt),
      isOfEvent: facts.kind === 'event',
    });
  }
}
