import { CancelBooking, FindOwnWaitlist, JoinWaitlist, PlaceBooking, type WaitlistEntryView } from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import type { RunningBooking } from './running-booking';
import { aListing, day } from './stand-in-catalog';

/** Nobody in particular. */
export const someone = () => ({ userId: newId() });
/** Whoever calls. */
export type Someone = ReturnType<typeof someone>;
/** Nights from one day to another, counted from today. */
export const stay = (from = 30, to = 32) => ({ from: day(from), to: day(to) });

/** A booking that takes what others wait for. */
export interface Taken {
  readonly renter: Someone;
  readonly id: string;
}

/** Those who wait for what is taken, at a running service. */
export class Line {
  constructor(private readonly booking: RunningBooking) {}

  /** A listing all of whose places are taken for a stay, and the bookings that take them. */
  async full(listing: ListingFacts = aListing(), wish: object = stay()): Promise<{ listing: ListingFacts; bookings: Taken[] }> {
    const bookings: Taken[] = [];
    for (let place = 0; place < listing.capacity; place += 1) {
      const renter = someone();
      bookings.push({ renter, id: (await this.booking.ask(PlaceBooking, { listingId: listing.id, ...wish }, renter)).id });
    }
    return { listing, bookings };
  }

  join(listing: ListingFacts, renter: Someone, wish: object = stay()): Promise<WaitlistEntryView> {
    return this.booking.ask(JoinWaitlist, { listingId: listing.id, ...wish }, renter);
  }

  cancel({ id, renter }: Taken) {
    return this.booking.ask(CancelBooking, { bookingId: id }, renter);
  }

  async own(renter: Someone): Promise<readonly WaitlistEntryView[]> {
    return (await this.booking.ask(FindOwnWaitlist, {}, renter)).items;
  }

  offered(entry: { id: string }, renter: Someone): Promise<WaitlistEntryView> {
    return waitUntil(async () => (await this.own(renter)).find(({ id, status }) => id === entry.id && status === 'offered'), { that: 'an offer is made' });
  }

  wordsOf(entry: { id: string }): string[] {
    return this.booking.heard.waitlistWordsOf(entry.id);
  }

  /** A test may move the clock by hours; what runs out with it is settled a moment later, and then all is as it should be. */
  async settles(): Promise<void> {
    await waitUntil(async () => (await this.booking.faults()).length === 0, { that: 'all is as it should be' });
    await waitUntil(async () => (await this.booking.rows('SELECT * FROM passed_over_entry')).length === 0, { that: 'nobody is passed over' });
  }
}
