import { CancelBooking, GetAvailability, JoinWaitlist, PlaceBooking, WithdrawRoom } from '@bookable/contracts-booking';
import { ListingArchived, ListingChanged, type ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

let booking: RunningBooking;
const HOUR_MS = 3_600_000;
const rooms = (capacity: number) => aListing({ kind: 'room', capacity });

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

const book = ({ id: listingId }: ListingFacts, from: number, to: number) => booking.ask(PlaceBooking, { listingId, from: day(from), to: day(to) }, { userId: newId() });
const withdraw = ({ id: listingId }: ListingFacts, roomsLeft: number, roomId = newId()) => booking.ask(WithdrawRoom, { roomId, listingId, roomsLeft });
const free = async ({ id: listingId }: ListingFacts, from: number, to: number) => (await booking.ask(GetAvailability, { listingId, from: day(from), to: day(to) })).days?.map((one) => one.free);
const held = ({ id }: ListingFacts) => booking.rows<{ quantity: number }>(`SELECT quantity FROM claim WHERE resource_id = $1 AND kind = 'hold' ORDER BY taken_at`, [id]);

describe('A room that its hotel takes away', () => {
  it('is not sold from that moment on, however often it is said, and counts for nothing once the listing says so', async () => {
    const [listing, roomId] = [rooms(2), newId()];
    await withdraw(listing, 1, roomId);
    await withdraw(listing, 1, roomId);
    expect(await free(listing, 5, 7)).toEqual([1, 1]);
    await book(listing, 5, 7);
    expect(await refusalOf(book(listing, 6, 7))).toBe('slot-taken');
    await booking.tell(ListingChanged, { ...listing, capacity: 1, version: 2 });
    await waitUntil(async () => (await held(listing)).length === 0);
    expect(await free(listing, 5, 8)).toEqual([0, 0, 1]);
  });

  it('is refused where every room is needed at some moment, with nothing held', async () => {
    const listing = rooms(2);
    await book(listing, 5, 7);
    await book(listing, 6, 8);
    expect(await refusalOf(withdraw(listing, 1))).toBe('slot-taken');
    expect(await free(listing, 5, 8)).toEqual([1, 0, 1]);
  });

  it('and a booking never have the last place both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const listing = rooms(1);
      const both = await Promise.allSettled([withdraw(listing, 0), book(listing, 5, 6)]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('is one of several that are gone before the listing has said so of any', async () => {
    const listing = rooms(4);
    await withdraw(listing, 3);
    await withdraw(listing, 2);
    expect(await free(listing, 5, 6)).toEqual([2]);
    await booking.tell(ListingChanged, { ...listing, capacity: 3, version: 2 });
    await waitUntil(async () => (await held(listing)).length === 1);
    expect(await free(listing, 5, 6)).toEqual([2]);
    await booking.tell(ListingChanged, { ...listing, capacity: 2, version: 3 });
    await waitUntil(async () => (await held(listing)).length === 0);
    expect(await free(listing, 5, 6)).toEqual([2]);
  });

  it('is not taken away while news of another room is on its way, which would be sold', async () => {
    const listing = rooms(1);
    await book(listing, 5, 6);
    expect(await refusalOf(withdraw(listing, 1))).toBe('offer-not-heard');
  });

  it('may be the last of its type, which is then no longer offered', async () => {
    const listing = rooms(1);
    await withdraw(listing, 0);
    await booking.tell(ListingArchived, aListing({ ...listing, status: 'archived', version: 2 }));
    await waitUntil(async () => (await held(listing)).length === 0);
    expect(await refusalOf(book(listing, 5, 6))).toBe('not-bookable');
  });

  it('is on offer again an hour later where its hotel did not take it away after all', async () => {
    const listing = rooms(1);
    await withdraw(listing, 0);
    expect(await refusalOf(book(listing, 5, 6))).toBe('slot-taken');
    booking.clock.advance(HOUR_MS + 1);
    await book(listing, 5, 6);
  });

  it('goes to whoever waits for it first', async () => {
    const listing = rooms(1);
    const first = { userId: newId() };
    const { id } = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(5), to: day(6) }, first);
    await booking.ask(JoinWaitlist, { listingId: listing.id, from: day(5), to: day(6) }, { userId: newId() });
    const [gone] = await Promise.all([refusalOf(withdraw(listing, 0)), booking.ask(CancelBooking, { bookingId: id }, first)]);
    expect(gone).toBe('slot-taken');
  });
});
