import {
  type BookingView, ChangeAvailability, FindListingWaitlist, GetBooking, JoinWaitlist, LeaveWaitlist, PassOffer, PlaceBooking, PlaceHold, ReleaseHold,
  TakeOffer, type WaitlistEntryView,
} from '@bookable/contracts-booking';
import { ListingChanged, type ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { bookingService } from '../src/booking.module';
import { Line, someone, stay } from './line';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day } from './stand-in-catalog';

const HOUR_MS = 3_600_000;
let booking: RunningBooking;
let line: Line;

beforeAll(async () => {
  booking = await RunningBooking.start();
  await booking.host(bookingService);
  line = new Line(booking);
});
afterAll(async () => booking.stop());
afterEach(async () => line.settles());

describe('Standing in line', () => {
  it('shows everybody their position, and the owner the order', async () => {
    const { listing } = await line.full();
    const [first, second, other] = [someone(), someone(), someone()];
    expect(await line.join(listing, first)).toMatchObject({ listingId: listing.id, renterId: first.userId, ...stay(), quantity: 1, position: 1, status: 'waiting' });
    expect(await line.join(listing, second, stay(31, 33))).toMatchObject({ position: 2 });
    await line.full(listing, stay(50, 52));
    expect(await line.join(listing, other, stay(50, 52))).toMatchObject({ position: 1 });
    const shown = await booking.ask(FindListingWaitlist, { listingId: listing.id, limit: 2 }, { userId: listing.ownerId });
    expect(shown.items.map(({ renterId }) => renterId)).toEqual([first.userId, second.userId]);
    const rest = await booking.ask(FindListingWaitlist, { listingId: listing.id, limit: 2, cursor: shown.nextCursor! }, { userId: listing.ownerId });
    expect([rest.items.map(({ renterId }) => renterId), rest.nextCursor]).toEqual([[other.userId], null]);
    expect(await refusalOf(booking.ask(FindListingWaitlist, { listingId: listing.id }, first))).toBe('forbidden');
  });

  it('is refused where there is nothing to wait for, or no right to', async () => {
    const { listing, bookings } = await line.full();
    const renter = someone();
    await line.join(listing, renter);
    expect(await refusalOf(line.join(listing, renter, stay(31, 34)))).toBe('already-waiting');
    expect(await refusalOf(line.join(listing, someone(), stay(40, 41)))).toBe('still-free');
    expect(await refusalOf(line.join(listing, bookings[0]!.renter))).toBe('already-requested');
    expect(await refusalOf(line.join(listing, { userId: listing.ownerId }))).toBe('own-listing');
    expect(await refusalOf(line.join(listing, someone(), stay(-3, -1)))).toBe('past');
    expect(await refusalOf(line.join(listing, someone(), { ...stay(), quantity: 2 }))).toBe('over-capacity');
    expect(await refusalOf(line.join(listing, someone(), { from: day(30), to: day(30) }))).toBe('too-short');
    expect(await refusalOf(booking.ask(JoinWaitlist, { listingId: listing.id, ...stay() }))).toBe('unauthenticated');
    expect(await refusalOf(booking.ask(JoinWaitlist, { listingId: newId(), ...stay() }, renter))).toBe('not-found');
  });

  it('is done once, however often it is asked for under one key', async () => {
    const { listing } = await line.full();
    const renter = someone();
    const caller = { ...renter, idempotencyKey: 'once' };
    const entries = await Promise.all([1, 2, 3, 4].map(() => line.join(listing, caller)));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(1);
    expect(await line.own(renter)).toHaveLength(1);
  });

  it('is for events without a time of their own, and for hours', async () => {
    const { listing: event, bookings } = await line.full(anEvent(2), {});
    const renter = someone();
    const entry = await line.join(event, renter, {});
    expect(entry).toMatchObject({ from: event.details!.startsAt, to: event.details!.endsAt, position: 1 });
    await line.cancel(bookings[0]!);
    await line.offered(entry, renter);
    const hours = { from: `${day(20)}T10:00:00Z`, to: `${day(20)}T12:30:00Z` };
    const { listing: desk, bookings: sat } = await line.full(aListing({ kind: 'workspace', price: { currency: 'EUR', per: 'hour', amount: 100 } }), hours);
    const touching = await refusalOf(line.join(desk, someone(), { from: hours.to, to: `${day(20)}T13:00:00Z` }));
    expect(touching).toBe('still-free');
    const later = await line.join(desk, renter, { ...hours, from: `${day(20)}T12:15:00Z` });
    await line.cancel(sat[0]!);
    await line.offered(later, renter);
  });

  it('ends when whoever waits leaves, as often as they say so, and for nobody else', async () => {
    const { listing } = await line.full();
    const [renter, next] = [someone(), someone()];
    const { id: entryId } = await line.join(listing, renter);
    await line.join(listing, next);
    expect(await refusalOf(booking.ask(LeaveWaitlist, { entryId }, next))).toBe('not-found');
    await booking.ask(LeaveWaitlist, { entryId }, renter);
    await booking.ask(LeaveWaitlist, { entryId }, renter);
    const [left] = await line.own(renter);
    expect(left).toMatchObject({ status: 'withdrawn' });
    expect(left).not.toHaveProperty('position');
    expect((await line.own(next))[0]).toMatchObject({ position: 1 });
  });
});

describe('What becomes free', () => {
  it('is held for the first in line, for twelve hours, whatever others ask for meanwhile', async () => {
    const { listing, bookings } = await line.full();
    const [first, second] = [someone(), someone()];
    const entry = await line.join(listing, first);
    await line.join(listing, second);
    await line.cancel(bookings[0]!);
    const strangers = await Promise.all(Array.from({ length: 20 }, () => refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, ...stay() }, someone()))));
    expect(new Set(strangers)).toEqual(new Set(['slot-taken']));
    const { offer } = await line.offered(entry, first);
    expect(Math.abs(Date.parse(offer!.expiresAt) - booking.clock.now().getTime() - 12 * HOUR_MS)).toBeLessThan(HOUR_MS);
    expect((await line.own(second))[0]).toMatchObject({ status: 'waiting', position: 2 });
    expect(await refusalOf(booking.ask(PlaceHold, { listingId: listing.id, ...stay() }, someone()))).toBe('slot-taken');
    await waitUntil(() => line.wordsOf(entry).length === 1);
    expect(booking.heard.waitlist.find(({ facts }) => facts.id === entry.id)!.facts).toMatchObject({ listingTitle: listing.title, ownerId: listing.ownerId, offer });
  });

  it('is taken as a booking, once, and the entry with it', async () => {
    const { listing, bookings } = await line.full();
    const renter = someone();
    const entry = await line.join(listing, renter);
    expect(await refusalOf(booking.ask(TakeOffer, { entryId: entry.id }, renter))).toBe('not-offered');
    await line.cancel(bookings[0]!);
    await line.offered(entry, renter);
    expect(await refusalOf(booking.ask(TakeOffer, { entryId: entry.id }, someone()))).toBe('not-found');
    const taken = await Promise.all([1, 2, 3, 4].map(() => booking.ask(TakeOffer, { entryId: entry.id, message: 'At last.' }, renter)));
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1);
    expect(taken[0]).toMatchObject({ status: 'confirmed', message: 'At last.', ...stay() });
    expect((await line.own(renter))[0]).toMatchObject({ status: 'taken', bookingId: taken[0]!.id });
    expect(await booking.ask(GetBooking, { bookingId: taken[0]!.id }, renter)).toMatchObject({ status: 'confirmed' });
    await waitUntil(() => line.wordsOf(entry).length === 2);
    expect(line.wordsOf(entry)).toEqual(['offered', 'taken']);
    expect(await refusalOf(booking.ask(PassOffer, { entryId: entry.id }, renter))).toBe('not-offered');
    expect(await refusalOf(booking.ask(LeaveWaitlist, { entryId: entry.id }, renter))).toBe('not-waiting');
  });

  it('may be booked from the offer directly as well', async () => {
    const { listing, bookings } = await line.full(aListing({ capacity: 2 }));
    const renter = someone();
    const entry = await line.join(listing, renter, { ...stay(), quantity: 2 });
    await line.cancel(bookings[0]!);
    await line.cancel(bookings[1]!);
    await line.offered(entry, renter);
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, holdId: entry.id }, someone()))).toBe('not-found');
    const booked: BookingView = await booking.ask(PlaceBooking, { listingId: listing.id, holdId: entry.id }, renter);
    expect(booked).toMatchObject({ ...stay(), quantity: 2 });
    expect((await line.own(renter))[0]).toMatchObject({ status: 'taken', bookingId: booked.id });
  });

  it('goes on to the next when it is passed on, given up, or nobody answers', async () => {
    const { listing, bookings } = await line.full();
    const people = [someone(), someone(), someone(), someone()];
    const entries: WaitlistEntryView[] = [];
    for (const renter of people) entries.push(await line.join(listing, renter));
    await line.cancel(bookings[0]!);
    await line.offered(entries[0]!, people[0]!);
    expect(await booking.ask(PassOffer, { entryId: entries[0]!.id }, people[0])).toMatchObject({ status: 'passed' });
    expect(await booking.ask(PassOffer, { entryId: entries[0]!.id }, people[0])).toMatchObject({ status: 'passed' });
    await line.offered(entries[1]!, people[1]!);
    await booking.ask(LeaveWaitlist, { entryId: entries[1]!.id }, people[1]);
    await line.offered(entries[2]!, people[2]!);
    booking.clock.advance(12 * HOUR_MS + 1_000);
    expect(await refusalOf(booking.ask(TakeOffer, { entryId: entries[2]!.id }, people[2]))).toBe('not-offered');
    await line.offered(entries[3]!, people[3]!);
    await waitUntil(() => line.wordsOf(entries[2]!).length === 2);
    expect(line.wordsOf(entries[2]!)).toEqual(['offered', 'lapsed']);
  });

  it('goes to whoever fits: who needs more is passed over, and keeps their place in line', async () => {
    const { listing, bookings } = await line.full(aListing({ capacity: 3 }));
    const [couple, single] = [someone(), someone()];
    const first = await line.join(listing, couple, { ...stay(), quantity: 2 });
    const second = await line.join(listing, single);
    await line.cancel(bookings[0]!);
    await line.offered(second, single);
    expect((await line.own(couple))[0]).toMatchObject({ status: 'waiting', position: 1 });
    await line.cancel(bookings[1]!);
    await line.cancel(bookings[2]!);
    await line.offered(first, couple);
  });

  it.each([
    ['a hold', async (listing: ListingFacts) => {
      const holder = someone();
      const { id: holdId } = await booking.ask(PlaceHold, { listingId: listing.id, ...stay() }, holder);
      return () => booking.ask(ReleaseHold, { holdId }, holder);
    }],
    ['time that its owner had closed', async (listing: ListingFacts) => {
      const owner = { userId: listing.ownerId };
      await booking.ask(ChangeAvailability, { listingId: listing.id, block: [stay()] }, owner);
      return () => booking.ask(ChangeAvailability, { listingId: listing.id, unblock: [stay()] }, owner);
    }],
    ['a request that nobody answers', async (listing: ListingFacts) => {
      await booking.ask(PlaceBooking, { listingId: listing.id, ...stay() }, someone());
      return async () => booking.clock.advance(24 * HOUR_MS + 1_000);
    }],
    ['a place that is added', async (listing: ListingFacts) => {
      await booking.ask(PlaceBooking, { listingId: listing.id, ...stay() }, someone());
      return () => booking.tell(ListingChanged, { ...listing, capacity: 2, version: 2 });
    }],
  ])('may have been %s', async (_what, take) => {
    const listing = aListing({ booking: { approval: 'request' } });
    const giveBack = await take(listing);
    const renter = someone();
    const entry = await line.join(listing, renter);
    await giveBack();
    await line.offered(entry, renter);
  });

  it('has room for the time around it where that is needed', async () => {
    const rules = { approval: 'instant', bufferBeforeMinutes: 30, bufferAfterMinutes: 30 } as const;
    const desk = aListing({ kind: 'workspace', price: { currency: 'EUR', per: 'hour', amount: 100 }, booking: rules });
    const at = (time: string) => `${day(21)}T${time}:00Z`;
    const { bookings } = await line.full(desk, { from: at('10:00'), to: at('12:00') });
    const { bookings: next } = await line.full(desk, { from: at('13:00'), to: at('14:00') });
    const renter = someone();
    const entry = await line.join(desk, renter, { from: at('12:00'), to: at('12:30') });
    await line.cancel(bookings[0]!);
    expect((await line.own(renter))[0]).toMatchObject({ status: 'waiting' });
    await line.cancel(next[0]!);
    await line.offered(entry, renter);
    expect(await booking.ask(TakeOffer, { entryId: entry.id }, renter)).toMatchObject({ status: 'confirmed', startsAt: `${day(21)}T12:00:00.000Z` });
  });

  it('is not offered to whoever has a booking for some of that time by now', async () => {
    const { listing, bookings } = await line.full(aListing(), stay(30, 32));
    const { bookings: later } = await line.full(listing, stay(32, 34));
    const [lucky, next] = [someone(), someone()];
    await line.join(listing, lucky, stay(30, 34));
    const entry = await line.join(listing, next, stay(32, 34));
    await line.cancel(bookings[0]!);
    await booking.ask(PlaceBooking, { listingId: listing.id, ...stay(30, 32) }, lucky);
    await line.cancel(later[0]!);
    await line.offered(entry, next);
  });
});
