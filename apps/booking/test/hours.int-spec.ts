import {
  CancelBooking, ChangeAvailability, ChangeBooking, FindBlocks, GetAvailability, GetQuote, PlaceBooking, PlaceHold, QuoteListings,
} from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const at = (time: string, fromToday = 5) => `${day(fromToday)}T${time}:00Z`;
const hours = (listing: ListingFacts, from: string, to: string) => ({ listingId: listing.id, from: at(from), to: at(to) });
const aDesk = (differences: Partial<ListingFacts> = {}) =>
  aListing({ kind: 'workspace', timeZone: 'UTC', price: { currency: 'EUR', per: 'hour', amount: 500 }, booking: { approval: 'instant', bufferBeforeMinutes: 15, bufferAfterMinutes: 30 }, ...differences });

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('Buffers', () => {
  const claims = (listing: ListingFacts) =>
    booking.rows(`SELECT kind, to_char(lower(during) AT TIME ZONE 'UTC', 'HH24:MI') || '–' || to_char(upper(during) AT TIME ZONE 'UTC', 'HH24:MI') AS time FROM claim WHERE resource_id = $1 ORDER BY during`, [listing.id]);

  it('are kept free with the booking, and go with it', async () => {
    const desk = aDesk();
    const renter = someone();
    const placed = await booking.ask(PlaceBooking, hours(desk, '10:00', '12:00'), renter);
    expect(await claims(desk)).toEqual([{ kind: 'buffer', time: '09:45–10:00' }, { kind: 'booking', time: '10:00–12:00' }, { kind: 'buffer', time: '12:00–12:30' }]);
    await booking.ask(CancelBooking, { bookingId: placed.id }, renter);
    expect(await claims(desk)).toEqual([]);
  });

  it('of two bookings never overlap, and what is shown as free can be booked', async () => {
    const desk = aDesk();
    await booking.ask(PlaceBooking, hours(desk, '10:00', '12:00'), someone());
    const take = (from: string, to: string) => refusalOf(booking.ask(PlaceBooking, hours(desk, from, to), someone()));
    const isSaidFree = async (from: string, to: string) => {
      const [quoted] = await booking.ask(QuoteListings, { listingIds: [desk.id], from: at(from), to: at(to) });
      expect((await booking.ask(GetQuote, hours(desk, from, to))).available).toBe(quoted!.available);
      return quoted!.available;
    };
    const { slots } = await booking.ask(GetAvailability, hours(desk, '08:00', '16:00'));
    expect(slots!.map(({ from, to, free }) => [from.slice(11, 16), to.slice(11, 16), free])).toEqual([['08:00', '09:15', 1], ['09:15', '12:45', 0], ['12:45', '16:00', 1]]);
    expect([await isSaidFree('12:30', '13:00'), await take('12:30', '13:00')]).toEqual([false, 'slot-taken']);
    expect([await isSaidFree('12:45', '13:00'), await take('12:45', '13:00')]).toEqual([true, undefined]);
    expect([await isSaidFree('08:30', '09:30'), await take('08:30', '09:30')]).toEqual([false, 'slot-taken']);
    expect([await isSaidFree('08:30', '09:15'), await take('08:30', '09:15')]).toEqual([true, undefined]);
  });

  it('are swapped with a change of the booking', async () => {
    const desk = aDesk();
    const renter = someone();
    const { id: bookingId } = await booking.ask(PlaceBooking, hours(desk, '10:00', '12:00'), renter);
    await booking.ask(ChangeBooking, { bookingId, from: at('11:00'), to: at('13:00') }, renter);
    expect(await claims(desk)).toEqual([{ kind: 'buffer', time: '10:45–11:00' }, { kind: 'booking', time: '11:00–13:00' }, { kind: 'buffer', time: '13:00–13:30' }]);
  });

  it('are held with a hold, so that it can become a booking', async () => {
    const desk = aDesk();
    const renter = someone();
    const { id: holdId } = await booking.ask(PlaceHold, hours(desk, '10:00', '12:00'), renter);
    expect(await refusalOf(booking.ask(PlaceBooking, hours(desk, '12:30', '13:00'), someone()))).toBe('slot-taken');
    expect(await booking.ask(PlaceBooking, { listingId: desk.id, holdId }, renter)).toMatchObject({ from: new Date(at('10:00')).toISOString() });
    expect(await claims(desk)).toHaveLength(3);
  });

  it('are told to search with the time they keep others from', async () => {
    const desk = aDesk();
    await booking.ask(PlaceBooking, hours(desk, '10:00', '12:00'), someone());
    await waitUntil(() => booking.heard.profileOf(desk.id)?.segments.length === 1);
    expect(booking.heard.profileOf(desk.id)!.segments[0]).toMatchObject({ from: new Date(at('09:15')).toISOString(), to: new Date(at('12:45')).toISOString(), free: 0 });
  });
});

describe('Closed days', () => {
  it('cannot be booked, and nobody is told that they are free', async () => {
    const flat = aListing({ booking: { approval: 'instant', closedDays: [{ from: day(5), to: day(7) }] } });
    const take = (from: number, to: number) => refusalOf(booking.ask(PlaceBooking, { listingId: flat.id, from: day(from), to: day(to) }, someone()));
    expect([await take(4, 6), await take(6, 7), await take(3, 5), await take(7, 8)]).toEqual(['closed', 'closed', undefined, undefined]);
    const { days } = await booking.ask(GetAvailability, { listingId: flat.id, from: day(3), to: day(9) });
    expect(days!.map(({ free }) => free)).toEqual([0, 0, 0, 0, 0, 1]);
    await waitUntil(() => booking.heard.profileOf(flat.id)?.segments.some(({ from, to, free }) => from <= day(5) && day(7) <= to && free === 0) ?? false);
  });
});

describe('Blocks', () => {
  it('come again in local time, and their owner finds them page by page, with notes', async () => {
    const desk = aDesk({ timeZone: 'Europe/Berlin', booking: { approval: 'instant' } });
    const owner = { userId: desk.ownerId };
    const lunch = { from: at('11:00'), to: at('12:00'), note: 'Lunch', repeat: { every: 'day' as const, until: day(9) } };
    await booking.ask(ChangeAvailability, { listingId: desk.id, block: [lunch] }, owner);
    const first = await booking.ask(FindBlocks, { listingId: desk.id, limit: 3 }, owner);
    const second = await booking.ask(FindBlocks, { listingId: desk.id, limit: 3, cursor: first.nextCursor! }, owner);
    const all = [...first.items, ...second.items];
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null]);
    expect(all.map(({ from, note }) => [from.slice(0, 10), note])).toEqual([5, 6, 7, 8, 9].map((offset) => [day(offset), 'Lunch']));
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: desk.id, from: at('11:30', 8), to: at('12:30', 8) }, someone()))).toBe('slot-taken');
  });

  it('are nobody else’s to see, and are written as days where it is let by days', async () => {
    const flat = aListing();
    const owner = { userId: flat.ownerId };
    await booking.ask(ChangeAvailability, { listingId: flat.id, block: [{ from: day(5), to: day(8) }] }, owner);
    await booking.ask(ChangeAvailability, { listingId: flat.id, unblock: [{ from: day(6), to: day(7) }] }, owner);
    const { items } = await booking.ask(FindBlocks, { listingId: flat.id }, owner);
    expect(items.map(({ from, to }) => [from, to])).toEqual([[day(5), day(6)], [day(7), day(8)]]);
    expect(await refusalOf(booking.ask(FindBlocks, { listingId: flat.id }, someone()))).toBe('forbidden');
    expect((await booking.ask(FindBlocks, { listingId: flat.id }, { ...someone(), roles: ['admin'] })).items).toHaveLength(2);
  });

  it('that come again are closed all or none', async () => {
    const flat = aListing();
    const owner = { userId: flat.ownerId };
    await booking.ask(PlaceBooking, { listingId: flat.id, from: day(19), to: day(20) }, someone());
    const weekly = { from: day(5), to: day(6), repeat: { every: 'week' as const, until: day(40) } };
    expect(await refusalOf(booking.ask(ChangeAvailability, { listingId: flat.id, block: [weekly] }, owner))).toBe('slot-taken');
    expect((await booking.ask(FindBlocks, { listingId: flat.id }, owner)).items).toEqual([]);
    expect(await refusalOf(booking.ask(ChangeAvailability, { listingId: flat.id, block: [{ ...weekly, repeat: { every: 'day', until: day(2_000) } }] }, owner))).toBe('malformed');
  });
});
