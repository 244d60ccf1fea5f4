import { GetBooking, PlaceBooking } from '@bookable/contracts-booking';
import { ListingChanged } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('Placing a booking', () => {
  it('is confirmed at once where the listing books instantly, and reads back as it was answered', async () => {
    const listing = aListing({ price: { currency: 'EUR', per: 'night', amount: 10_000, cleaningFee: 2_500 } });
    const renter = someone();
    const placed = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(10), to: day(13), message: 'Hello "there" 🙂' }, renter);
    expect(placed).toMatchObject({ status: 'confirmed', from: day(10), to: day(13), total: { amount: 32_500, currency: 'EUR' }, renterId: renter.userId });
    const read = await booking.ask(GetBooking, { bookingId: placed.id }, renter);
    expect(JSON.stringify(read)).toBe(JSON.stringify(placed));
    await waitUntil(() => booking.heard.wordsOf(placed.id).length > 0);
    expect(booking.heard.wordsOf(placed.id)).toEqual(['confirmed']);
  });

  it('waits for the owner where the listing asks for it, for 24 hours', async () => {
    const listing = aListing({ booking: { approval: 'request' } });
    const placed = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(10), to: day(13) }, someone());
    expect(placed.status).toBe('pending');
    expect(Date.parse(placed.expiresAt!) - Date.parse(placed.createdAt)).toBe(86_400_000);
    await waitUntil(() => booking.heard.wordsOf(placed.id).includes('requested'));
  });

  it('lets stays touch and refuses those that overlap', async () => {
    const { id: listingId } = aListing();
    const take = (from: number, to: number) => refusalOf(booking.ask(PlaceBooking, { listingId, from: day(from), to: day(to) }, someone()));
    expect(await take(10, 12)).toBeUndefined();
    expect(await take(12, 14)).toBeUndefined();
    expect(await take(8, 10)).toBeUndefined();
    expect(await take(11, 13)).toBe('slot-taken');
    expect(await take(9, 15)).toBe('slot-taken');
    expect(await take(13, 14)).toBe('slot-taken');
  });

  it('names the rule that was broken', async () => {
    const renter = someone();
    const listing = aListing({ ownerId: renter.userId });
    const strict = aListing({ booking: { approval: 'instant', minUnits: 2, maxUnits: 5 } });
    const refused = (listingId: string, from: string, to: string, quantity?: number) => refusalOf(booking.ask(PlaceBooking, { listingId, from, to, quantity }, renter));
    expect(await refused(listing.id, day(1), day(2))).toBe('own-listing');
    expect(await refused(strict.id, day(1), day(2))).toBe('too-short');
    expect(await refused(strict.id, day(2), day(2))).toBe('too-short');
    expect(await refused(strict.id, day(1), day(7))).toBe('too-long');
    expect(await refused(strict.id, day(-2), day(1))).toBe('past');
    expect(await refused(strict.id, day(766), day(770))).toBe('too-far');
    expect(await refused(strict.id, day(1), day(3), 2)).toBe('over-capacity');
    expect(await refused(strict.id, '2027-01-01T10:00:00Z', day(3))).toBe('malformed');
    expect(await refused(aListing({ status: 'inactive' }).id, day(1), day(2))).toBe('not-bookable');
    expect(await refused(newId(), day(1), day(2))).toBe('not-found');
  });

  it('refuses a second request of the same person for an overlapping time, and not for another one', async () => {
    const { id: listingId } = aListing({ capacity: 3 });
    const renter = someone();
    const take = (from: number, to: number, who = renter) => refusalOf(booking.ask(PlaceBooking, { listingId, from: day(from), to: day(to) }, who));
    expect(await take(10, 12)).toBeUndefined();
    expect(await take(11, 13)).toBe('already-requested');
    expect(await take(12, 13)).toBeUndefined();
    expect(await take(11, 13, someone())).toBeUndefined();
  });

  it('gives the first answer to a repeated key, refuses the key for another body, and has one effect for many at once', async () => {
    const { id: listingId } = aListing({ capacity: 5 });
    const caller = { ...someone(), idempotencyKey: 'once' };
    const request = { listingId, from: day(20), to: day(22) };
    const answers = await Promise.all(Array.from({ length: 20 }, () => booking.ask(PlaceBooking, request, caller)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await booking.ask(PlaceBooking, request, caller)).toEqual(answers[0]);
    expect(await refusalOf(booking.ask(PlaceBooking, { ...request, to: day(23) }, caller))).toBe('idempotency-key-reused');
    expect(await booking.rows('SELECT id FROM booking WHERE resource_id = $1', [listingId])).toHaveLength(1);
  });

  it('gives the first answer also where the command would be refused by now', async () => {
    const listing = aListing();
    const caller = { ...someone(), idempotencyKey: 'before' };
    const request = { listingId: listing.id, from: day(20), to: day(22) };
    const first = await booking.ask(PlaceBooking, request, caller);
    Object.assign(listing, { status: 'inactive', version: 2 });
    await booking.tell(ListingChanged, listing);
    expect(await booking.ask(PlaceBooking, request, caller)).toEqual(first);
    expect(await refusalOf(booking.ask(PlaceBooking, { ...request, to: day(23) }, caller))).toBe('idempotency-key-reused');
    expect(await refusalOf(booking.ask(PlaceBooking, request, { ...caller, idempotencyKey: 'after' }))).toBe('not-bookable');
  });

  it('has one effect for one key even where it is used for two listings at the same moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const caller = { ...someone(), idempotencyKey: `round-${round}` };
      const listings = [aListing(), aListing()];
      const calls = listings.map(({ id: listingId }) => refusalOf(booking.ask(PlaceBooking, { listingId, from: day(3), to: day(4) }, caller)));
      expect((await Promise.all(calls)).sort()).toEqual(['idempotency-key-reused', undefined]);
      expect(await booking.rows('SELECT id FROM booking WHERE renter_id = $1', [caller.userId])).toHaveLength(1);
    }
  });

  it('lets one that the database cannot take fail alone, and books its neighbours', async () => {
    const { id: listingId } = aListing({ capacity: 20 });
    const place = (message?: string) => booking.ask(PlaceBooking, { listingId, from: day(5), to: day(7), message }, someone()).then(() => 'placed', () => 'fault');
    await place();
    expect(await Promise.all([place(), place('\u0000'), place(), place()])).toEqual(['placed', 'fault', 'placed', 'placed']);
  });

  it('keeps nothing of a refused request, so its key may be tried again', async () => {
    const { id: listingId } = aListing();
    await booking.ask(PlaceBooking, { listingId, from: day(5), to: day(7) }, someone());
    const caller = { ...someone(), idempotencyKey: 'again' };
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId, from: day(5), to: day(7) }, caller))).toBe('slot-taken');
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId, from: day(8), to: day(9) }, caller))).toBeUndefined();
  });

  it('asks for an event without a time, and takes no seat before the host agrees', async () => {
    const event = anEvent(1, { booking: { approval: 'request' } });
    const placed = await Promise.all([someone(), someone()].map((who) => booking.ask(PlaceBooking, { listingId: event.id }, who)));
    expect(placed.map(({ status }) => status)).toEqual(['pending', 'pending']);
    expect(placed[0]!.startsAt).toBe(event.details!.startsAt);
    expect(await booking.rows('SELECT id FROM claim WHERE resource_id = $1', [event.id])).toEqual([]);
  });
});
