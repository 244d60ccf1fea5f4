import { CancelBooking, ChangeAvailability, ChangeBooking, GetAvailability, PlaceBooking, PlaceHold } from '@bookable/contracts-booking';
import { ListingChanged } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day } from './stand-in-catalog';

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

  it('is told under the opening hours of then', async () => {
    const open = (opens: string, closes: string) => ({ approval: 'instant' as const, openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes })) });
    const desk = aListing({ kind: 'workspace', timeZone: 'UTC', price: { currency: 'EUR', per: 'hour', amount: 500 }, booking: open('09:00', '18:00') });
    const seen = async (asOf?: string) => (await booking.ask(GetAvailability, { listingId: desk.id, from: day(9, 'UTC'), to: day(10, 'UTC'), asOf }, { userId: desk.ownerId })).slots!;
    await seen();
    const before = booking.clock.now().toISOString();
    booking.clock.advance(1_000);
    await booking.tell(ListingChanged, { ...desk, booking: open('10:00', '12:00'), version: 2 });
    await waitUntil(async () => (await seen())[0]?.from === `${day(9, 'UTC')}T10:00:00.000Z`);
    expect(await seen(before)).toEqual([{ from: `${day(9, 'UTC')}T09:00:00.000Z`, to: `${day(9, 'UTC')}T18:00:00.000Z`, free: 1 }]);
  });

  it('is told of an event at the time it had then', async () => {
    const film = anEvent(7);
    const { startsAt, endsAt } = film.details as { startsAt: string; endsAt: string };
    const later = (at: string) => new Date(Date.parse(at) + 3 * 86_400_000).toISOString();
    const seen = async (asOf?: string) => (await booking.ask(GetAvailability, { listingId: film.id, from: day(5), to: day(15), asOf }, { userId: film.ownerId })).slots!;
    await seen();
    const before = booking.clock.now().toISOString();
    booking.clock.advance(1_000);
    await booking.tell(ListingChanged, { ...film, details: { ...film.details!, startsAt: later(startsAt), endsAt: later(endsAt) }, version: 2 });
    await waitUntil(async () => Date.parse((await seen())[0]!.from) === Date.parse(later(startsAt)));
    expect((await seen(before)).map(({ from, to, free }) => [Date.parse(from), Date.parse(to), free])).toEqual([[Date.parse(startsAt), Date.parse(endsAt), 7]]);
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
