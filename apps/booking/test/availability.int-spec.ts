import {
  CancelBooking, ChangeAvailability, CloseResource, ConfirmBooking, GetAvailability, GetQuote, PlaceBooking, QuoteListings,
} from '@bookable/contracts-booking';
import { type ListingFacts, ListingArchived, ListingChanged } from '@bookable/contracts-catalog';
import { UserDeleted } from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day, followers } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const ownerOf = (listing: ListingFacts) => ({ userId: listing.ownerId });

async function free(listing: ListingFacts, from: number, to: number): Promise<number[]> {
  const { days } = await booking.ask(GetAvailability, { listingId: listing.id, from: day(from), to: day(to) });
  return days!.map((one) => one.free);
}

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('Availability', () => {
  it('counts what is left of each night', async () => {
    const listing = aListing({ capacity: 3 });
    await booking.ask(PlaceBooking, { listingId: listing.id, from: day(2), to: day(4), quantity: 2 }, someone());
    await booking.ask(PlaceBooking, { listingId: listing.id, from: day(3), to: day(5) }, someone());
    expect(await free(listing, 1, 7)).toEqual([3, 1, 0, 2, 3, 3]);
  });

  it('of what is not offered is told to its owner and to administrators, and to others as soon as it is', async () => {
    const listing = aListing({ status: 'draft' });
    const ask = (actor?: { userId: string; roles?: string[] }) => refusalOf(booking.ask(GetAvailability, { listingId: listing.id, from: day(1), to: day(2) }, actor));
    expect([await ask(), await ask(someone())]).toEqual(['not-found', 'not-found']);
    expect([await ask(ownerOf(listing)), await ask({ ...someone(), roles: ['admin'] })]).toEqual([undefined, undefined]);
    Object.assign(listing, { status: 'active', version: 2 });
    expect(await ask()).toBeUndefined();
  });

  it('of an event for followers is told to followers alone, and only they may quote and book it', async () => {
    const { details } = anEvent(8);
    const event = anEvent(8, { details: { ...details!, privacy: 'followers' } });
    const [follower, other] = [someone(), someone()];
    followers.add(follower.userId);
    const tries = (actor?: { userId: string }) => [
      refusalOf(booking.ask(GetAvailability, { listingId: event.id, from: day(0), to: day(20) }, actor)),
      refusalOf(booking.ask(GetQuote, { listingId: event.id }, actor)),
      ...(actor ? [refusalOf(booking.ask(PlaceBooking, { listingId: event.id }, actor))] : []),
    ];
    expect(await Promise.all(tries())).toEqual(['not-found', 'not-found']);
    expect(await Promise.all(tries(other))).toEqual(['not-found', 'not-found', 'not-found']);
    expect(await Promise.all(tries(follower))).toEqual([undefined, undefined, undefined]);
  });

  it('is closed by an administrator on behalf of the owner, and by no other stranger; the same again changes nothing', async () => {
    const listing = aListing();
    const request = { listingId: listing.id, block: [{ from: day(2), to: day(4), note: 'elsewhere' }, { from: day(6), to: day(7) }] };
    for (const roles of [[], ['renter', 'landlord']]) expect(await refusalOf(booking.ask(ChangeAvailability, request, { ...someone(), roles }))).toBe('forbidden');
    const admin = { ...someone(), roles: ['renter', 'admin'] };
    await Promise.all([1, 2, 3].map(() => booking.ask(ChangeAvailability, request, admin)));
    await booking.ask(ChangeAvailability, { ...request, unblock: [{ from: day(2), to: day(8) }] }, admin);
    expect(await free(listing, 1, 8)).toEqual([1, 0, 0, 1, 1, 0, 1]);
    expect(await booking.rows('SELECT during FROM claim WHERE resource_id = $1', [listing.id])).toHaveLength(2);
  });

  it('is told as a whole, under a growing version, soon after it has changed', async () => {
    const listing = aListing({ capacity: 2 });
    const renter = someone();
    const { id: bookingId } = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(2), to: day(4) }, renter);
    await waitUntil(() => booking.heard.profileOf(listing.id)?.segments.length === 1);
    const before = booking.heard.profileOf(listing.id)!;
    expect(before).toMatchObject({ unit: 'night', capacity: 2, segments: [{ from: day(2), to: day(4), free: 1 }] });
    await booking.ask(CancelBooking, { bookingId }, renter);
    await waitUntil(() => booking.heard.profileOf(listing.id)!.version > before.version);
    expect(booking.heard.profileOf(listing.id)!.segments).toEqual([]);
  });

  it('told last equals what the database says, however the changes raced', async () => {
    const listing = aListing({ capacity: 5 });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 30 }, (_, index) =>
        refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, from: day(1 + (index % 10)), to: day(2 + (index % 10) + (index % 3)) }, someone()))));
    }
    await waitUntil(async () => (await booking.rows('SELECT 1 FROM availability_change')).length === 0);
    const present = await free(listing, 0, 20);
    await waitUntil(() => {
      const { segments } = booking.heard.profileOf(listing.id)!;
      return present.every((left, index) => (segments.find(({ from, to }) => from <= day(index) && day(index) < to)?.free ?? 5) === left);
    });
  });

  it('of hours is told in slots within the opening hours', async () => {
    const openingHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }));
    const desk = aListing({ kind: 'workspace', timeZone: 'UTC', capacity: 10, price: { currency: 'EUR', per: 'hour', amount: 500 }, booking: { approval: 'instant', openingHours } });
    const at = (time: string) => `${day(3, 'UTC')}T${time}:00.000Z`;
    const placed = await booking.ask(PlaceBooking, { listingId: desk.id, from: at('10:00'), to: at('12:30'), quantity: 4 }, someone());
    expect(placed.total.amount).toBe(5_000);
    expect((await booking.ask(GetAvailability, { listingId: desk.id, from: day(3), to: day(4) })).slots).toEqual([
      { from: at('09:00'), to: at('10:00'), free: 10 }, { from: at('10:00'), to: at('12:30'), free: 6 }, { from: at('12:30'), to: at('18:00'), free: 10 },
    ]);
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: desk.id, from: at('12:00'), to: at('13:00'), quantity: 7 }, someone()))).toBe('slot-taken');
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: desk.id, from: at('17:00'), to: at('19:00') }, someone()))).toBe('closed');
  });

  it('of an event is what is left of its seats', async () => {
    const event = anEvent(3);
    await booking.ask(PlaceBooking, { listingId: event.id, quantity: 2 }, someone());
    const { slots } = await booking.ask(GetAvailability, { listingId: event.id, from: day(0), to: day(20) });
    expect(slots).toEqual([{ from: event.details!.startsAt, to: event.details!.endsAt, free: 1 }]);
  });

  it('refuses a stretch without an end, and one that is too long to answer', async () => {
    const { id: listingId } = aListing();
    expect(await refusalOf(booking.ask(GetAvailability, { listingId, from: day(2), to: day(2) }))).toBe('malformed');
    expect(await refusalOf(booking.ask(GetAvailability, { listingId, from: day(0), to: day(900) }))).toBe('malformed');
    expect(await refusalOf(booking.ask(GetAvailability, { listingId: newId(), from: day(0), to: day(1) }))).toBe('not-found');
  });
});

describe('Blocking by hand', () => {
  const change = (listing: ListingFacts, body: object, who = ownerOf(listing)) => refusalOf(booking.ask(ChangeAvailability, { listingId: listing.id, ...body }, who));
  const range = (from: number, to: number) => ({ from: day(from), to: day(to) });

  it('closes every place, may be repeated, and keeps bookings out', async () => {
    const listing = aListing({ capacity: 2 });
    expect(await change(listing, { block: [{ ...range(2, 5), note: 'Painters' }] })).toBeUndefined();
    expect(await change(listing, { block: [range(2, 5), range(4, 6)] })).toBeUndefined();
    expect(await free(listing, 1, 7)).toEqual([2, 0, 0, 0, 0, 2]);
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, from: day(4), to: day(5) }, someone()))).toBe('slot-taken');
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, from: day(6), to: day(7) }, someone()))).toBeUndefined();
  });

  it('opens a part again and leaves the rest closed', async () => {
    const listing = aListing();
    await change(listing, { block: [range(2, 10)] });
    expect(await change(listing, { unblock: [range(4, 6)] })).toBeUndefined();
    expect(await free(listing, 1, 11)).toEqual([1, 0, 0, 1, 1, 0, 0, 0, 0, 1]);
    expect(await change(listing, { unblock: [range(0, 30)] })).toBeUndefined();
    expect(await booking.rows(`SELECT 1 FROM claim WHERE resource_id = $1`, [listing.id])).toEqual([]);
  });

  it('does nothing at all where a booking stands in one of the ranges', async () => {
    const listing = aListing();
    await booking.ask(PlaceBooking, { listingId: listing.id, from: day(5), to: day(6) }, someone());
    await change(listing, { block: [range(10, 12)] });
    expect(await change(listing, { unblock: [range(10, 12)], block: [range(2, 3), range(4, 8)] })).toBe('slot-taken');
    expect(await free(listing, 2, 13)).toEqual([1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 1]);
  });

  it('is the owner’s alone, and checks what it is given', async () => {
    const listing = aListing();
    expect(await change(listing, { block: [range(2, 3)] }, someone())).toBe('forbidden');
    expect(await change(listing, { block: [range(3, 3)] })).toBe('too-short');
    expect(await change(listing, { block: [{ from: '2027-01-01T10:00:00Z', to: day(3) }] })).toBe('malformed');
  });

  it('and booking at the same moment never both succeed', async () => {
    for (let round = 0; round < 20; round += 1) {
      const listing = aListing();
      await booking.ask(GetAvailability, { listingId: listing.id, from: day(0), to: day(1) });
      const outcomes = await Promise.all([
        change(listing, { block: [range(3, 5)] }),
        refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, ...range(4, 6) }, someone())),
      ]);
      expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
      expect(outcomes).toContain('slot-taken');
    }
  });

  it('follows a change of the number of places', async () => {
    const listing = aListing({ capacity: 1 });
    await change(listing, { block: [range(2, 3)] });
    await booking.tell(ListingChanged, { ...listing, capacity: 3, version: 2 });
    expect(await free(listing, 1, 4)).toEqual([3, 0, 3]);
    await booking.tell(ListingChanged, { ...listing, capacity: 1, version: 3 });
    expect(await free(listing, 1, 4)).toEqual([1, 0, 1]);
  });
});

describe('A listing that changes', () => {
  it('is priced anew at once, though it was remembered at the old price', async () => {
    const listing = aListing();
    const place = (from: number) => booking.ask(PlaceBooking, { listingId: listing.id, from: day(from), to: day(from + 1) }, someone());
    expect((await place(1)).total.amount).toBe(10_000);
    await booking.tell(ListingChanged, { ...listing, price: { ...listing.price, amount: 20_000 }, version: 2 });
    expect((await place(2)).total.amount).toBe(20_000);
  });

  it('is not led back by news that comes late or twice', async () => {
    const listing = aListing();
    const messageId = newId();
    await booking.tell(ListingChanged, { ...listing, title: 'New', version: 5 }, messageId);
    await booking.tell(ListingChanged, { ...listing, title: 'Old', version: 4 });
    await booking.tell(ListingChanged, { ...listing, title: 'New', version: 5 }, messageId);
    expect(await booking.rows('SELECT title, version::integer, revision::integer FROM resource WHERE id = $1', [listing.id])).toEqual([{ title: 'New', version: 5, revision: 1 }]);
  });

  it('may be booked the moment it is published, though its news has not arrived', async () => {
    const listing = aListing({ status: 'draft' });
    const place = () => refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, from: day(1), to: day(2) }, someone()));
    expect(await place()).toBe('not-bookable');
    Object.assign(listing, { status: 'active', version: 2 });
    expect(await place()).toBeUndefined();
    await booking.tell(ListingArchived, { ...listing, status: 'archived' as const, version: 3 });
    expect(await place()).toBe('not-bookable');
  });

  it('is closed unless something agreed lies ahead; who only asked is turned away', async () => {
    const listing = aListing({ booking: { approval: 'request' }, capacity: 2 });
    const owner = ownerOf(listing);
    const renter = someone();
    const agreed = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(2), to: day(3) }, renter);
    const asked = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(4), to: day(5) }, renter);
    await booking.ask(ConfirmBooking, { bookingId: agreed.id }, owner);
    expect(await refusalOf(booking.ask(CloseResource, { listingId: listing.id }, owner))).toBe('has-bookings');
    expect(await refusalOf(booking.ask(CloseResource, { listingId: listing.id }, someone()))).toBe('forbidden');
    await booking.ask(CancelBooking, { bookingId: agreed.id }, renter);
    await booking.ask(CloseResource, { listingId: listing.id }, owner);
    await booking.ask(CloseResource, { listingId: listing.id }, owner);
    await waitUntil(() => booking.heard.wordsOf(asked.id).includes('rejected'));
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, from: day(8), to: day(9) }, someone()))).toBe('not-bookable');
  });
});

describe('A quote', () => {
  it('explains every line and says whether the time is free at this moment', async () => {
    const listing = aListing({ price: { currency: 'EUR', per: 'night', amount: 10_000, week: 60_000, cleaningFee: 3_000, deposit: 20_000 } });
    const ask = () => booking.ask(GetQuote, { listingId: listing.id, from: day(1), to: day(9), locale: 'ru' });
    expect(await ask()).toEqual({
      total: { amount: 73_000, currency: 'EUR' },
      lines: [
        { label: 'Неделя (7 ночей)', rule: 'week', units: 1, unitAmount: 60_000, amount: 60_000, inputs: { periods: [{ from: day(2), to: day(9) }], separateAmount: 70_000 } },
        { label: 'Ночь', rule: 'unit', units: 1, unitAmount: 10_000, amount: 10_000, inputs: { periods: [{ from: day(1), to: day(2) }] } },
        { label: 'Уборка', rule: 'cleaning-fee', units: 1, unitAmount: 3_000, amount: 3_000 },
      ],
      deposit: { amount: 20_000, currency: 'EUR' },
      available: true,
    });
    await booking.ask(PlaceBooking, { listingId: listing.id, from: day(8), to: day(10) }, someone());
    expect((await ask()).available).toBe(false);
    expect(await refusalOf(booking.ask(GetQuote, { listingId: listing.id, from: day(2), to: day(1) }))).toBe('too-short');
  });

  it('is given for many listings at once, in the order asked for', async () => {
    const [flat, taken, small, event] = [aListing(), aListing(), aListing({ booking: { approval: 'instant', minUnits: 10 } }), anEvent(5)];
    for (const { id: listingId } of [flat, taken, small, event]) await booking.ask(GetAvailability, { listingId, from: day(1), to: day(2) });
    await booking.ask(PlaceBooking, { listingId: taken.id, from: day(6), to: day(7) }, someone());
    const listingIds = [taken.id, newId(), event.id, flat.id, small.id];
    const quotes = await booking.ask(QuoteListings, { listingIds, from: day(5), to: day(12) });
    expect(quotes.map(({ listingId }) => listingId)).toEqual(listingIds);
    expect(quotes.map(({ quote, available }) => [quote?.total.amount, available])).toEqual([[70_000, false], [undefined, false], [500, true], [70_000, true], [undefined, false]]);
  });

  it('is given for many listings with what each of the guests pays', async () => {
    const flat = aListing({ price: { currency: 'EUR', per: 'night', amount: 10_000, fees: [{ name: 'City tax', amount: 250, per: 'person' }] } });
    await booking.ask(GetAvailability, { listingId: flat.id, from: day(1), to: day(2) });
    const totalFor = async (guests?: number) => (await booking.ask(QuoteListings, { listingIds: [flat.id], from: day(5), to: day(6), guests }))[0]!.quote!.total.amount;
    expect([await totalFor(), await totalFor(3)]).toEqual([10_250, 10_750]);
  });

  it('is given for an event by when it begins, though it may end after what is asked for', async () => {
    const event = anEvent(5);
    await booking.ask(GetAvailability, { listingId: event.id, from: day(1), to: day(2) });
    const startMs = Date.parse(event.details!.startsAt);
    const at = (minutes: number) => new Date(startMs + minutes * 60_000).toISOString();
    const isQuoted = async (from: string, to: string) => (await booking.ask(QuoteListings, { listingIds: [event.id], from, to }))[0]!.quote !== null;
    expect(await isQuoted(at(-30), at(30))).toBe(true);
    expect(await isQuoted(at(0), at(1))).toBe(true);
    expect(await isQuoted(at(-30), at(0))).toBe(false);
    expect(await isQuoted(at(1), at(600))).toBe(false);
  });
});

describe('A person whose account is deleted', () => {
  it('leaves no request behind, and everybody who counted on them is told', async () => {
    const gone = someone();
    const own = aListing({ ownerId: gone.userId, capacity: 2 });
    const other = aListing();
    const [letOut, rented] = [
      await booking.ask(PlaceBooking, { listingId: own.id, from: day(3), to: day(4) }, someone()),
      await booking.ask(PlaceBooking, { listingId: other.id, from: day(3), to: day(4) }, gone),
    ];
    const messageId = newId();
    await booking.tell(UserDeleted, { id: gone.userId, version: 9 }, messageId);
    await booking.tell(UserDeleted, { id: gone.userId, version: 9 }, messageId);
    await waitUntil(() => [letOut, rented].every(({ id }) => booking.heard.wordsOf(id).includes('cancelled')));
    expect([letOut, rented].map(({ id }) => booking.heard.wordsOf(id))).toEqual([['confirmed', 'cancelled'], ['confirmed', 'cancelled']]);
    expect(await free(other, 3, 4)).toEqual([1]);
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: own.id, from: day(8), to: day(9) }, someone()))).toBe('not-bookable');
  });
});
