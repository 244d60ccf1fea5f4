import { ClaimReservation, ClaimReservations, CloseResource, FollowStay, GetAvailability, JoinWaitlist, PlaceBooking, ReleaseReservation } from '@bookable/contracts-booking';
import { ListingChanged, type ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

let booking: RunningBooking;
const rooms = (capacity: number) => aListing({ kind: 'room', capacity });

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

interface Wish {
  readonly reservationId?: string;
  readonly number?: number;
  readonly options?: { readonly earlyCheckIn?: string; readonly lateCheckOut?: string };
  readonly rooms?: number;
  readonly cleaningMinutes?: number;
}

const claim = ({ id: listingId, capacity, price }: ListingFacts, from: number, to: number, { reservationId = newId(), number = 1, rooms: offered = capacity, options, cleaningMinutes }: Wish = {}) =>
  booking.ask(ClaimReservation, {
    reservationId, number, listingId, from: day(from), to: day(to), options, reservedAt: new Date().toISOString(), offer: { rooms: offered, checkIn: '14:00', checkOut: '12:00', price, cleaningMinutes },
  });
const free = async ({ id: listingId }: ListingFacts, from: number, to: number) =>
  (await booking.ask(GetAvailability, { listingId, from: day(from), to: day(to) })).days?.map((one) => one.free);

describe('A reservation', () => {
  it('has one claim, however often it is said', async () => {
    const [listing, reservationId] = [rooms(2), newId()];
    const first = await claim(listing, 5, 7, { reservationId });
    expect(await claim(listing, 5, 7, { reservationId })).toEqual(first);
    expect(first.quote.total).toEqual({ amount: 20_000, currency: 'EUR' });
    expect(await free(listing, 5, 8)).toEqual([1, 1, 2]);
  });

  it('has another time in the place of what it had, or keeps what it had', async () => {
    const [listing, reservationId] = [rooms(1), newId()];
    await claim(listing, 5, 7, { reservationId });
    await claim(listing, 9, 10);
    expect(await refusalOf(claim(listing, 5, 10, { reservationId }))).toBe('slot-taken');
    expect(await free(listing, 5, 10)).toEqual([0, 0, 1, 1, 0]);
    await claim(listing, 6, 9, { reservationId });
    expect(await free(listing, 5, 10)).toEqual([1, 0, 0, 0, 0]);
  });

  it('moves from one room type to another in one step', async () => {
    const [one, other, reservationId] = [rooms(1), rooms(1), newId()];
    await claim(one, 5, 7, { reservationId });
    await claim(other, 5, 7, { reservationId });
    expect([await free(one, 5, 7), await free(other, 5, 7)]).toEqual([[1, 1], [0, 0]]);
  });

  it('collides with late and early ones at the same day, which cost half of it', async () => {
    const listing = rooms(1);
    const late = await claim(listing, 5, 6, { options: { lateCheckOut: '20:00' } });
    expect(late.quote.total.amount).toBe(15_000);
    expect(await refusalOf(claim(listing, 6, 7))).toBe('slot-taken');
    expect(await refusalOf(claim(listing, 6, 7, { options: { earlyCheckIn: '06:00' } }))).toBe('slot-taken');
    expect(await refusalOf(claim(listing, 4, 5, { options: { lateCheckOut: '20:00' } }))).toBe('slot-taken');
    await claim(listing, 4, 5);
    expect(await refusalOf(claim(listing, 8, 9, { options: { earlyCheckIn: '05:59' } }))).toBe('option-not-offered');
    expect(await refusalOf(claim(listing, 8, 9, { options: { lateCheckOut: '20:01' } }))).toBe('option-not-offered');
  });

  it('is followed by the time to clean its room, which nobody else can have', async () => {
    const [listing, reservationId] = [rooms(1), newId()];
    const claims = () => booking.rows('SELECT kind FROM claim WHERE resource_id = $1 ORDER BY during', [listing.id]);
    await claim(listing, 5, 6, { reservationId, cleaningMinutes: 60 });
    await claim(listing, 5, 6, { reservationId, cleaningMinutes: 60 });
    expect(await claims()).toEqual([{ kind: 'reservation' }, { kind: 'cleaning' }]);
    expect(await refusalOf(claim(listing, 6, 7, { options: { earlyCheckIn: '12:59' } }))).toBe('slot-taken');
    await claim(listing, 6, 7, { options: { earlyCheckIn: '13:00' } });
    expect(await refusalOf(claim(listing, 5, 6, { reservationId, number: 2, cleaningMinutes: 61 }))).toBe('slot-taken');
    expect(await refusalOf(claim(listing, 5, 6, { reservationId, number: 3, cleaningMinutes: 60, options: { lateCheckOut: '12:30' } }))).toBe('slot-taken');
    expect(await claims()).toEqual([{ kind: 'reservation' }, { kind: 'cleaning' }, { kind: 'reservation' }]);
    await claim(listing, 5, 6, { reservationId, number: 4, cleaningMinutes: 30, options: { lateCheckOut: '12:30' } });
    await booking.ask(ReleaseReservation, { reservationId, number: 5 });
    expect(await claims()).toEqual([{ kind: 'reservation' }]);
    await claim(listing, 5, 6, { options: { lateCheckOut: '13:00' } });
  });

  it('and others have their times in one step, or all keep what they had', async () => {
    const [one, other] = [rooms(1), rooms(2)];
    const wish = ({ id: listingId, capacity, price }: ListingFacts, from: number, to: number, reservationId = newId(), number = 1) => ({
      reservationId, number, listingId, from: day(from), to: day(to), reservedAt: new Date().toISOString(), offer: { rooms: capacity, checkIn: '14:00', checkOut: '12:00', price },
    });
    const wishes = [wish(other, 5, 7), wish(one, 5, 6), wish(other, 5, 6)];
    const { claims } = await booking.ask(ClaimReservations, { claims: wishes });
    expect(claims.map(({ quote }) => quote.total.amount)).toEqual([20_000, 10_000, 10_000]);
    expect(await booking.ask(ClaimReservations, { claims: wishes })).toEqual({ claims });
    await claim(one, 8, 9);
    const later = wishes.map(({ reservationId }, index) => wish([other, one, other][index]!, 7, 9, reservationId, 2));
    expect(await refusalOf(booking.ask(ClaimReservations, { claims: later }))).toBe('slot-taken');
    expect([await free(one, 5, 9), await free(other, 5, 9)]).toEqual([[0, 1, 1, 0], [0, 1, 2, 2]]);
    expect(await refusalOf(booking.ask(ClaimReservations, { claims: [wish(other, 10, 11), wish(other, 10, 11), wish(other, 10, 11)] }))).toBe('slot-taken');
    expect(await free(other, 10, 11)).toEqual([2]);
  });

  it('and others that cross each other are never in each other\'s way for ever', async () => {
    const listings = [rooms(20), rooms(20)];
    const wish = ({ id: listingId, capacity, price }: ListingFacts) => ({
      reservationId: newId(), number: 1, listingId, from: day(5), to: day(6), reservedAt: new Date().toISOString(), offer: { rooms: capacity, checkIn: '14:00', checkOut: '12:00', price },
    });
    const rounds = Array.from({ length: 16 }, (_, index) => booking.ask(ClaimReservations, { claims: [listings[index % 2]!, listings[(index + 1) % 2]!].map(wish) }));
    await Promise.all(rounds);
    expect([await free(listings[0]!, 5, 6), await free(listings[1]!, 5, 6)]).toEqual([[4], [4]]);
  });

  it('never takes what frees while somebody waits for it, however fast the hotel asks', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [listing, given, waiting] = [rooms(1), newId(), { userId: newId() }];
      await claim(listing, 5, 6, { reservationId: given });
      await booking.ask(JoinWaitlist, { listingId: listing.id, from: day(5), to: day(6) }, waiting);
      const asked = Array.from({ length: 6 }, () => refusalOf(claim(listing, 5, 6)));
      const [codes] = await Promise.all([Promise.all(asked), booking.ask(ReleaseReservation, { reservationId: given, number: 2 })]);
      expect(codes).toEqual(codes.map(() => 'slot-taken'));
      await waitUntil(async () => (await booking.rows<{ status: string }>('SELECT status FROM waitlist_entry WHERE renter_id = $1', [waiting.userId]))[0]?.status === 'offered');
    }
  });

  it('and a booking never have the last room both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const listing = rooms(1);
      const both = [claim(listing, 5, 6), booking.ask(PlaceBooking, { listingId: listing.id, from: day(5), to: day(6) }, { userId: newId() }), claim(listing, 5, 6)];
      expect((await Promise.allSettled(both)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('gives its time back once, and nothing where it has none', async () => {
    const [listing, reservationId] = [rooms(1), newId()];
    await claim(listing, 5, 7, { reservationId });
    for (const id of [reservationId, reservationId, newId()]) await booking.ask(ReleaseReservation, { reservationId: id, number: 2 });
    expect(await free(listing, 5, 7)).toEqual([1, 1]);
    expect(await booking.rows('SELECT kind FROM past_claim WHERE id = $1', [reservationId])).toEqual([{ kind: 'reservation' }]);
  });

  it('does not listen to what was said before something it has heard already', async () => {
    const [listing, reservationId] = [rooms(1), newId()];
    await claim(listing, 5, 7, { reservationId, number: 2 });
    expect(await refusalOf(claim(listing, 8, 9, { reservationId, number: 1 }))).toBe('said-too-late');
    await booking.ask(ReleaseReservation, { reservationId, number: 1 });
    expect(await free(listing, 5, 7)).toEqual([0, 0]);
    await booking.ask(ReleaseReservation, { reservationId, number: 3 });
    expect(await refusalOf(claim(listing, 5, 7, { reservationId, number: 2 }))).toBe('said-too-late');
    expect(await free(listing, 5, 7)).toEqual([1, 1]);
  });

  it('waits for rooms the hotel has and booking has not heard of', async () => {
    expect(await refusalOf(claim(rooms(1), 5, 6, { rooms: 2 }))).toBe('offer-not-heard');
    const heard = rooms(1);
    await claim(heard, 5, 6);
    const grown = aListing({ ...heard, capacity: 2, version: 2 });
    await claim(grown, 5, 6);
    expect(await refusalOf(claim(grown, 5, 6))).toBe('slot-taken');
  });

  it('may give up time whatever happens to the number of rooms', async () => {
    const [listing, reservationId] = [rooms(2), newId()];
    await claim(listing, 5, 9, { reservationId });
    await claim(listing, 5, 9);
    const fewer = aListing({ ...listing, capacity: 1, version: 2 });
    await booking.tell(ListingChanged, fewer);
    await claim(fewer, 5, 6, { reservationId });
    expect(await refusalOf(claim(fewer, 5, 9, { reservationId }))).toBe('slot-taken');
  });
});

describe('A room that was booked', () => {
  const followed = async (bookingId: string, status: 'in_progress' | 'completed' | 'cancelled' | 'no_show', actorId: string) => {
    await booking.ask(FollowStay, { bookingId, status, actorId });
    await booking.ask(FollowStay, { bookingId, status, actorId });
    return (await booking.rows('SELECT status, last_actor_id AS by, version::int FROM booking WHERE id = $1', [bookingId]))[0];
  };
  const book = async (listing: ListingFacts, renterId: string) => (await booking.ask(PlaceBooking, { listingId: listing.id, from: day(5), to: day(7) }, { userId: renterId })).id;

  it('begins and ends with its stay, once, and gives its time back', async () => {
    const [listing, desk] = [rooms(1), newId()];
    const id = await book(listing, newId());
    expect(await followed(id, 'in_progress', desk)).toEqual({ status: 'in_progress', by: desk, version: 2 });
    expect(await followed(id, 'completed', desk)).toEqual({ status: 'completed', by: desk, version: 3 });
    expect(await followed(id, 'cancelled', desk)).toMatchObject({ status: 'completed' });
    expect(await free(listing, 5, 7)).toEqual([1, 1]);
  });

  it('is called off by the hotel, and all comes back; by the guest, and it is as their terms say', async () => {
    const [listing, renterId] = [rooms(2), newId()];
    const paidBack = async (id: string) => (await booking.rows<{ by: string }>(`SELECT cancellation ->> 'by' AS by FROM booking WHERE id = $1`, [id]))[0]!.by;
    const [one, other] = [await book(listing, newId()), await book(listing, renterId)];
    await followed(one, 'cancelled', newId());
    await followed(other, 'cancelled', renterId);
    expect([await paidBack(one), await paidBack(other)]).toEqual(['owner', 'renter']);
  });

  it('stays open, as does its listing while a reservation of it lies ahead', async () => {
    const [listing, reservationId] = [rooms(1), newId()];
    await claim(listing, 5, 7, { reservationId });
    expect(await refusalOf(booking.ask(CloseResource, { listingId: listing.id }, { userId: listing.ownerId }))).toBe('has-bookings');
    await booking.ask(ReleaseReservation, { reservationId, number: 2 });
    await booking.ask(CloseResource, { listingId: listing.id }, { userId: listing.ownerId });
  });
});
