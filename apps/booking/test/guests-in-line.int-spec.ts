import { ClaimReservation, FindListingWaitlist, FindRoomTypeLine, GetWaitlistEntry, PassOffer, PutGuestInLine, ReleaseReservation, TakeGuestOutOfLine, TakeOffer, type WaitlistEntryView } from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { bookingService } from '../src/booking.module';
import { Line, someone, stay } from './line';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

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

const fullHouse = (capacity = 1) => line.full(aListing({ kind: 'room', capacity }));
const put = ({ id: listingId }: ListingFacts, more: { entryId?: string; guestId?: string; userId?: string; from?: string; to?: string } = {}) =>
  booking.ask(PutGuestInLine, { entryId: newId(), listingId, guestId: newId(), ...stay(), ...more });
const entryOf = ({ id: entryId }: Pick<WaitlistEntryView, 'id'>) => booking.ask(GetWaitlistEntry, { entryId });
const isOffered = (entry: Pick<WaitlistEntryView, 'id'>) => waitUntil(async () => (await entryOf(entry)).status === 'offered', { that: 'an offer is made' });
const take = ({ id: reservationId }: Pick<WaitlistEntryView, 'id'>, { id: listingId, capacity, price }: ListingFacts, more: { number?: number; cleaningMinutes?: number; to?: string } = {}) =>
  booking.ask(ClaimReservation, {
    reservationId, number: more.number ?? 1, listingId, ...stay(), ...(more.to !== undefined && { to: more.to }), reservedAt: new Date().toISOString(),
    offer: { rooms: capacity, checkIn: '14:00', checkOut: '12:00', price, cleaningMinutes: more.cleaningMinutes },
  });
const claimsOf = ({ id }: ListingFacts) => booking.rows<{ kind: string }>('SELECT kind FROM claim WHERE resource_id = $1 ORDER BY during', [id]);

describe('A guest whom the desk of a hotel puts in line', () => {
  it('stands there like everybody else, in the order in which they came', async () => {
    const { listing } = await fullHouse();
    const [renter, guestId] = [someone(), newId()];
    await line.join(listing, renter);
    const entry = await put(listing, { guestId });
    expect(entry).toMatchObject({ listingId: listing.id, guestId, position: 2, status: 'waiting' });
    expect(entry.renterId).toBeUndefined();
    const shown = await booking.ask(FindRoomTypeLine, { listingId: listing.id, limit: 1 });
    expect(shown.items.map(({ renterId }) => renterId)).toEqual([renter.userId]);
    expect((await booking.ask(FindRoomTypeLine, { listingId: listing.id, cursor: shown.nextCursor! })).items).toEqual([entry]);
    expect((await booking.ask(FindListingWaitlist, { listingId: listing.id }, { userId: listing.ownerId })).items[1]).toEqual(entry);
  });

  it('is put there once, however often it is said', async () => {
    const { listing } = await fullHouse();
    const wish = { entryId: newId(), guestId: newId() };
    const entries = await Promise.all([1, 2, 3].map(() => put(listing, wish)));
    expect(entries).toEqual(entries.map(() => entries[0]));
    expect((await booking.ask(FindRoomTypeLine, { listingId: listing.id })).items).toHaveLength(1);
  });

  it('is refused where there is nothing to wait for, or they wait already', async () => {
    const { listing } = await fullHouse();
    const [guestId, renter] = [newId(), someone()];
    await put(listing, { guestId });
    await line.join(listing, renter);
    expect(await refusalOf(put(listing, { guestId, ...stay(31, 33) }))).toBe('already-waiting');
    expect(await refusalOf(put(listing, { userId: renter.userId }))).toBe('already-waiting');
    expect(await refusalOf(put(listing, stay(40, 42)))).toBe('still-free');
    expect(await refusalOf(put(listing, stay(-2, 2)))).toBe('past');
    expect(await refusalOf(booking.ask(PutGuestInLine, { entryId: newId(), listingId: newId(), guestId, ...stay() }))).toBe('not-found');
  });

  it('has the room that is held for them once the desk takes it: a reservation in the place of the offer', async () => {
    const { listing, bookings } = await fullHouse();
    const [entry, next] = [await put(listing), await put(listing)];
    await line.cancel(bookings[0]!);
    await isOffered(entry);
    expect(await claimsOf(listing)).toEqual([{ kind: 'offer' }]);
    await take(entry, listing);
    await take(entry, listing);
    expect(await claimsOf(listing)).toEqual([{ kind: 'reservation' }]);
    expect(await entryOf(entry)).toMatchObject({ status: 'taken', reservationId: entry.id });
    expect(await refusalOf(take(next, listing))).toBe('slot-taken');
    await booking.ask(ReleaseReservation, { reservationId: entry.id, number: 2 });
    await isOffered(next);
  });

  it('with an account may answer for themselves as well, and never both have it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { listing, bookings } = await fullHouse();
      const guest = someone();
      const entry = await put(listing, { userId: guest.userId });
      await line.cancel(bookings[0]!);
      await line.offered(entry, guest);
      const outcomes = await Promise.allSettled([booking.ask(TakeOffer, { entryId: entry.id }, guest), take(entry, listing)]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await claimsOf(listing)).toHaveLength(1);
      expect((await entryOf(entry)).status).toBe('taken');
    }
  });

  it('without one is nobody else to answer for', async () => {
    const { listing, bookings } = await fullHouse();
    const entry = await put(listing);
    await line.cancel(bookings[0]!);
    await isOffered(entry);
    expect(await refusalOf(booking.ask(TakeOffer, { entryId: entry.id }, someone()))).toBe('not-found');
    expect(await refusalOf(booking.ask(PassOffer, { entryId: entry.id }, someone()))).toBe('not-found');
    expect(line.wordsOf(entry)).toEqual(['offered']);
  });

  it('loses the room to the next in line when its time is over, however late the desk is', async () => {
    const { listing, bookings } = await fullHouse();
    const [entry, next] = [await put(listing), await put(listing)];
    await line.cancel(bookings[0]!);
    await isOffered(entry);
    booking.clock.advance(13 * HOUR_MS);
    expect(await refusalOf(take(entry, listing))).toBe('slot-taken');
    await isOffered(next);
    expect(await entryOf(entry)).toMatchObject({ status: 'lapsed' });
    booking.clock.set(new Date());
  });

  it('keeps the offer where more was asked for than it holds', async () => {
    const { listing, bookings } = await fullHouse();
    await line.full(listing, stay(32, 33));
    const entry = await put(listing);
    await line.cancel(bookings[0]!);
    await isOffered(entry);
    expect(await refusalOf(take(entry, listing, { to: day(33) }))).toBe('slot-taken');
    expect(await refusalOf(take(entry, listing, { number: 2, cleaningMinutes: 180 }))).toBe('slot-taken');
    expect((await entryOf(entry)).status).toBe('offered');
    await take(entry, listing, { number: 3, cleaningMinutes: 120 });
    expect(await claimsOf(listing)).toEqual([{ kind: 'reservation' }, { kind: 'cleaning' }, { kind: 'booking' }]);
  });

  it('is taken out of line by the desk, as often as it says so, and what was held goes on', async () => {
    const { listing, bookings } = await fullHouse();
    const renter = someone();
    const [entry, next, own] = [await put(listing), await put(listing), await line.join(listing, renter)];
    await line.cancel(bookings[0]!);
    await isOffered(entry);
    await Promise.all([1, 2].map(() => booking.ask(TakeGuestOutOfLine, { entryId: entry.id })));
    await isOffered(next);
    await take(next, listing);
    expect(await refusalOf(booking.ask(TakeGuestOutOfLine, { entryId: next.id }))).toBe('not-waiting');
    expect(await refusalOf(booking.ask(TakeGuestOutOfLine, { entryId: own.id }))).toBe('not-found');
  });
});
