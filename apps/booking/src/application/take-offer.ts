import { Injectable } from '@nestjs/common';
import { NotOffered, type TakeOfferRequest } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { type WaitlistEntry, offerStands } from '../domain/waitlist/waitlist-entry';
import { BookingReader } from '../persistence/booking.reader';
import { WaitlistStore } from '../persistence/waitlist.store';
import { callerOf } from './caller';
import { type OwnEntry, ownEntry } from './own-entry';
import { PlaceBooking } from './place-booking';

/**
 * Turns an offer into a booking: asked for like any other, from the place that is held. Entry, claim and booking change
 * hands in one statement; taken again it answers the booking that came of it.
 */
@Injectable()
export class TakeOffer {
  constructor(
    private readonly database: Database,
    private readonly waitlist: WaitlistStore,
    private readonly placeBooking: PlaceBooking,
    private readonly bookings: BookingReader,
    private readonly clock: Clock,
  ) {}

  async execute({ entryId, message }: TakeOfferRequest, context: MessageContext): Promise<Buffer> {
    const renterId = callerOf(context);
    const entry = await this.entry(entryId, renterId);
    const taken = await this.bookingOf(entry);
    if (taken) return taken;
    this.refuseUnlessOffered(entry);
    try {
      return await this.placeBooking.execute({ listingId: entry.resourceId, holdId: entryId, message }, context);
    } catch (error) {
      const present = await this.entry(entryId, renterId);
      const takenMeanwhile = await this.bookingOf(present);
      if (takenMeanwhile) return takenMeanwhile;
      this.refuseUnlessOffered(present);
      throw error;
    }
  }

  private refuseUnlessOffered(entry: WaitlistEntry): void {
    if (!offerStands(entry, this.clock.now().getTime())) throw new DomainError(NotOffered, undefined, { entryStatus: entry.status });
  }

  /** The booking that the offer was turned into, if it was. */
  private async bookingOf({ bookingId, renterId }: OwnEntry): Promise<Buffer | undefined> {
    const view = bookingId === null ? undefined : await this.bookings.view(bookingId, renterId);
    return view === undefined ? undefined : Buffer.from(view);
  }

  private async entry(entryId: string, renterId: string): Promise<OwnEntry> {
    return ownEntry(await this.database.transaction((tx) => this.waitlist.find(tx, entryId)), renterId);
  }
}
