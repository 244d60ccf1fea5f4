import { FindHolds, GetBooking, PlaceBooking, PlaceHold, ReleaseHold, RenewHold } from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day } from './stand-in-catalog';

const MINUTE_MS = 60_000;

let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const nights = (listing: ListingFacts, from: number, to: number) => ({ listingId: listing.id, from: day(from), to: day(to) });

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('A hold', () => {
  it('keeps its time from everybody else for 15 minutes, or as long as the listing says', async () => {
    const [usual, patient] = [aListing(), aListing({ booking: { approval: 'instant', holdMinutes: 40 } })];
    const holder = someone();
    const before = booking.clock.now().getTime();
    const [short, long] = await Promise.all([usual, patient].map((listing) => booking.ask(PlaceHold, nights(listing, 5, 7), holder)));
    const minutes = ({ expiresAt }: { expiresAt: string }) => Math.round((Date.parse(expiresAt) - before) / MINUTE_MS);
    expect([minutes(short!), minutes(long!)]).toEqual([15, 40]);
    expect(short).toMatchObject({ listingId: usual.id, from: day(5), to: day(7), quantity: 1, isRenewable: true });
    expect(await refusalOf(booking.ask(PlaceBooking, nights(usual, 6, 8), someone()))).toBe('slot-taken');
    expect(await refusalOf(booking.ask(PlaceHold, nights(usual, 6, 8), someone()))).toBe('slot-taken');
    expect(await refusalOf(booking.ask(PlaceBooking, nights(usual, 7, 8), someone()))).toBeUndefined();
  });

  it('ends by itself, and the time is free the moment it has', async () => {
    const listing = aListing();
    const holder = someone();
    const hold = await booking.ask(PlaceHold, nights(listing, 5, 7), holder);
    booking.clock.advance(15 * MINUTE_MS + 1);
    expect(await refusalOf(booking.ask(PlaceBooking, nights(listing, 5, 7), someone()))).toBeUndefined();
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, holdId: hold.id }, holder))).toBe('hold-ended');
    expect((await booking.ask(FindHolds, {}, holder)).items).toEqual([]);
  });

  it('is released by the clock where nobody asks for its time', async () => {
    const listing = aListing();
    const { id } = await booking.ask(PlaceHold, nights(listing, 5, 7), someone());
    booking.clock.advance(15 * MINUTE_MS + 1);
    await waitUntil(async () => (await booking.rows('SELECT 1 FROM claim WHERE id = $1', [id])).length === 0);
    expect(await booking.rows('SELECT kind FROM past_claim WHERE id = $1', [id])).toEqual([{ kind: 'hold' }]);
  });

  it('is renewed once, and not when it has ended', async () => {
    const holder = someone();
    const hold = await booking.ask(PlaceHold, nights(aListing(), 5, 7), holder);
    booking.clock.advance(10 * MINUTE_MS);
    const renewed = await booking.ask(RenewHold, { holdId: hold.id }, holder);
    expect(Date.parse(renewed.expiresAt) - Date.parse(hold.expiresAt)).toBeGreaterThanOrEqual(10 * MINUTE_MS);
    expect(renewed.isRenewable).toBe(false);
    expect(await refusalOf(booking.ask(RenewHold, { holdId: hold.id }, holder))).toBe('hold-renewed');
    booking.clock.advance(15 * MINUTE_MS + 1);
    expect(await refusalOf(booking.ask(RenewHold, { holdId: hold.id }, holder))).toBe('hold-ended');
  });

  it('is given back by its holder, as often as they say so, and does not exist to anybody else', async () => {
    const listing = aListing();
    const holder = someone();
    const { id: holdId } = await booking.ask(PlaceHold, nights(listing, 5, 7), holder);
    for (const stranger of [someone(), { userId: listing.ownerId }]) {
      expect(await refusalOf(booking.ask(ReleaseHold, { holdId }, stranger))).toBe('not-found');
      expect(await refusalOf(booking.ask(RenewHold, { holdId }, stranger))).toBe('not-found');
      expect((await booking.ask(FindHolds, {}, stranger)).items).toEqual([]);
    }
    expect((await booking.ask(FindHolds, {}, holder)).items.map(({ id }) => id)).toEqual([holdId]);
    for (const _time of [1, 2]) await booking.ask(ReleaseHold, { holdId }, holder);
    expect(await refusalOf(booking.ask(RenewHold, { holdId }, holder))).toBe('hold-ended');
    expect(await refusalOf(booking.ask(PlaceBooking, nights(listing, 5, 7), someone()))).toBeUndefined();
  });

  it('is refused by the rules a booking is refused by', async () => {
    const listing = aListing({ booking: { approval: 'instant', minUnits: 2 } });
    const refused = (from: number, to: number, actor = someone()) => refusalOf(booking.ask(PlaceHold, nights(listing, from, to), actor));
    expect([await refused(5, 6), await refused(-3, 2), await refused(5, 8, { userId: listing.ownerId })]).toEqual(['too-short', 'past', 'own-listing']);
    expect(await refusalOf(booking.ask(PlaceHold, nights(aListing({ status: 'draft' }), 5, 8), someone()))).toBe('not-bookable');
  });

  it('is one of few that a person has at once, of one listing and in all, also where they ask for all of them at once', async () => {
    const holder = someone();
    const listing = aListing({ capacity: 20 });
    const here = await Promise.all(Array.from({ length: 8 }, () => refusalOf(booking.ask(PlaceHold, nights(listing, 5, 7), holder))));
    expect(here.filter((refusal) => refusal === undefined)).toHaveLength(3);
    const elsewhere = await Promise.all(Array.from({ length: 12 }, () => refusalOf(booking.ask(PlaceHold, nights(aListing(), 5, 7), holder))));
    expect(elsewhere.filter((refusal) => refusal === undefined)).toHaveLength(7);
    expect(new Set([...here, ...elsewhere])).toEqual(new Set([undefined, 'too-many-holds']));
    expect((await booking.ask(FindHolds, { limit: 4 }, holder)).items).toHaveLength(4);
  });

  it('asked for twice under one key is one hold', async () => {
    const holder = { ...someone(), idempotencyKey: 'once' };
    const [first, second] = await Promise.all([1, 2].map(async () => booking.ask(PlaceHold, nights(aListing({ id: 'b0000000-0000-7000-8000-000000000001' }), 5, 7), holder)));
    expect(second).toEqual(first);
  });
});

describe('A booking from a hold', () => {
  it('takes the very place that was kept, and what the hold says of the stay', async () => {
    const listing = aListing();
    const holder = someone();
    const hold = await booking.ask(PlaceHold, nights(listing, 5, 7), holder);
    const placed = await booking.ask(PlaceBooking, { listingId: listing.id, holdId: hold.id }, { ...holder, idempotencyKey: 'k' });
    expect(placed).toMatchObject({ from: day(5), to: day(7), quantity: 1, status: 'confirmed' });
    expect(await booking.rows('SELECT id, kind FROM claim WHERE resource_id = $1', [listing.id])).toEqual([{ id: placed.id, kind: 'booking' }]);
    const again = await booking.ask(PlaceBooking, { listingId: listing.id, holdId: hold.id }, { ...holder, idempotencyKey: 'k' });
    expect(again).toEqual(placed);
    expect(await refusalOf(booking.ask(PlaceBooking, { ...nights(listing, 20, 21), holdId: hold.id }, holder))).toBe('hold-ended');
    expect(await booking.ask(GetBooking, { bookingId: placed.id }, holder)).toEqual(placed);
  });

  it('may take less or more time than was kept; what is refused leaves the hold as it was', async () => {
    const listing = aListing({ capacity: 2 });
    const holder = someone();
    await booking.ask(PlaceBooking, { ...nights(listing, 8, 9), quantity: 2 }, someone());
    const hold = await booking.ask(PlaceHold, { ...nights(listing, 5, 8), quantity: 2 }, holder);
    const take = (from: number, to: number, quantity?: number) => booking.ask(PlaceBooking, { ...nights(listing, from, to), quantity, holdId: hold.id }, holder);
    expect(await refusalOf(take(6, 9))).toBe('slot-taken');
    expect(await refusalOf(booking.ask(PlaceBooking, nights(listing, 5, 6), someone()))).toBe('slot-taken');
    expect(await take(4, 6, 1)).toMatchObject({ from: day(4), to: day(6), quantity: 1 });
    expect(await refusalOf(booking.ask(PlaceBooking, { ...nights(listing, 6, 8), quantity: 2 }, someone()))).toBeUndefined();
  });

  it('of somebody else, or of another listing, is refused', async () => {
    const listing = aListing();
    const holder = someone();
    const { id: holdId } = await booking.ask(PlaceHold, nights(listing, 5, 7), holder);
    expect(await refusalOf(booking.ask(PlaceBooking, { ...nights(listing, 5, 7), holdId }, someone()))).toBe('not-found');
    expect(await refusalOf(booking.ask(PlaceBooking, { ...nights(aListing(), 5, 7), holdId }, holder))).toBe('malformed');
  });

  it('takes the last seats of an event, and of many who try at once for the kept seat only the holder gets it', async () => {
    const event = anEvent(1);
    const holder = someone();
    const { id: holdId } = await booking.ask(PlaceHold, { listingId: event.id }, holder);
    const crowd = Array.from({ length: 30 }, () => refusalOf(booking.ask(PlaceBooking, { listingId: event.id }, someone())));
    const own = refusalOf(booking.ask(PlaceBooking, { listingId: event.id, holdId }, holder));
    expect(await own).toBeUndefined();
    expect(new Set(await Promise.all(crowd))).toEqual(new Set(['slot-taken']));
  });
});
