import { CancelBooking, ChangeAvailability, ChangeBooking, GetAvailability, PlaceBooking, PlaceHold } from '@bookable/contracts-booking';
import { ListingChanged } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());

describe('What was known at a moment', () => {
  it('is what stood then, with the places there were, whatever has happened since', async () => {
    const listing = aListing({ capacity: 3 });
    const owner = { userId: listing.ownerId };
    const renter = someone();
    const seen = async (asOf?: string) => (await booking.ask(GetAvailability, { listingId: listing.id, from: day(9), to: day(15), asOf }, owner)).days!.map(({ free }) => free);
    const remembered: { readonly at: string; readonly free: readonly number[] }[] = [];
    /** Lets time pass around a look, so that no two things happen at one moment. */
    const remember = async () => {
      booking.clock.advance(1_000);
      remembered.push({ at: booking.clock.now().toISOString(), free: await seen() });
      booking.clock.advance(1_000);
    };
    await remember();
    const { id: bookingId } = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(10), to: day(12), quantity: 2 }, renter);
    await remember();
    await booking.ask(ChangeBooking, { bookingId, from: day(11), to: day(14), quantity: 1 }, renter);
    await remember();
    await booking.ask(PlaceHold, { listingId: listing.id, from: day(10), to: day(11) }, someone());
    await remember();
    booking.clock.advance(16 * 60_000);
    await remember();
    await booking.ask(ChangeAvailability, { listingId: listing.id, block: [{ from: day(14), to: day(15) }] }, owner);
    await remember();
    await booking.tell(ListingChanged, { ...listing, capacity: 5, version: 2 });
    await waitUntil(async () => (await seen())[0] === 5);
    await remember();
    await booking.ask(ChangeAvailability, { listingId: listing.id, unblock: [{ from: day(14), to: day(15) }] }, owner);
    await booking.ask(CancelBooking, { bookingId }, renter);
    await remember();
    expect(remembered.map(({ free }) => free)).toEqual([
      [3, 3, 3, 3, 3, 3], [3, 1, 1, 3, 3, 3], [3, 3, 2, 2, 2, 3], [3, 2, 2, 2, 2, 3],
      [3, 3, 2, 2, 2, 3], [3, 3, 2, 2, 2, 0], [5, 5, 4, 4, 4, 0], [5, 5, 5, 5, 5, 5],
    ]);
    for (const { at, free } of remembered) expect([at, await seen(at)]).toEqual([at, free]);
  });

  it('is its owner’s alone to see, and no moment ahead', async () => {
    const listing = aListing();
    const ask = (actor?: { userId: string; roles?: string[] }, asOf = new Date(booking.clock.now().getTime() - 1_000).toISOString()) =>
      refusalOf(booking.ask(GetAvailability, { listingId: listing.id, from: day(1), to: day(2), asOf }, actor));
    expect([await ask(), await ask(someone())]).toEqual(['forbidden', 'forbidden']);
    expect([await ask({ userId: listing.ownerId }), await ask({ ...someone(), roles: ['admin'] })]).toEqual([undefined, undefined]);
    expect(await ask({ userId: listing.ownerId }, new Date(booking.clock.now().getTime() + 60_000).toISOString())).toBe('malformed');
  });
});
