import { GetQuote, PlaceBooking, PreviewPrice, type PreviewPriceRequest } from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const price = { currency: 'EUR', per: 'night', amount: 10_000 } as const;

const preview = (listing: ListingFacts, request: Partial<PreviewPriceRequest> = {}, caller = { userId: listing.ownerId }) =>
  booking.ask(PreviewPrice, { listingId: listing.id, price: { ...price, amount: 12_000 }, ...request }, caller);

/** What was asked is kept a moment after the answer. */
const kept = (listing: ListingFacts, times: number) => waitUntil(async () => {
  const [row] = await booking.rows<{ times: number }>('SELECT coalesce(sum(times), 0)::integer AS times FROM asked_quote WHERE resource_id = $1', [listing.id]);
  return row!.times === times;
}, { that: 'the quotes are kept' });

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());

describe('A preview of prices', () => {
  it('says what quotes and bookings would have cost, line by line, and that nothing is changed', async () => {
    const listing = aListing({ price, capacity: 3 });
    const wish = { listingId: listing.id, from: day(5), to: day(7) };
    const renter = someone();
    for (const caller of [someone(), someone(), {}]) await booking.ask(GetQuote, wish, caller);
    await booking.ask(GetQuote, { ...wish, to: day(8) }, someone());
    await booking.ask(PlaceBooking, { ...wish, quantity: 2 }, renter);
    await kept(listing, 4);
    const seen = await preview(listing);
    const euro = (amount: number) => ({ amount, currency: 'EUR' });
    expect(seen.asked).toEqual({ count: 4, before: euro(90_000), after: euro(108_000), change: euro(18_000) });
    expect(seen.booked).toEqual({ count: 1, before: euro(40_000), after: euro(48_000), change: euro(8_000) });
    expect(seen.leftOut).toBe(0);
    expect(seen.differences.items.map(({ source, times, quantity, change }) => [source, times, quantity, change.amount])).toEqual([['booked', 1, 2, 8_000], ['asked', 1, 1, 6_000], ['asked', 3, 1, 4_000]]);
    expect(seen.differences.items[0]!.after.lines).toMatchObject([{ rule: 'unit', units: 4, unitAmount: 12_000, amount: 48_000 }]);
    expect((await booking.ask(GetQuote, wish, { userId: listing.ownerId })).total.amount).toBe(20_000);
    expect((await preview(listing, { price })).differences).toEqual({ items: [], nextCursor: null });
    const rows = await booking.rows<{ row: string }>('SELECT asked_quote::text AS row FROM asked_quote WHERE resource_id = $1', [listing.id]);
    expect(rows.some(({ row }) => row.includes(renter.userId))).toBe(false);
  });

  it('is read page by page, for an event too, whose own time it has', async () => {
    const event = anEvent(50);
    for (const quantity of [1, 2, 3]) await booking.ask(GetQuote, { listingId: event.id, quantity }, someone());
    await kept(event, 3);
    const dearer = { currency: 'EUR', per: 'seat', amount: 600 } as const;
    const first = await preview(event, { price: dearer, limit: 2 });
    expect(first.differences.items.map(({ quantity, change }) => [quantity, change.amount])).toEqual([[3, 300], [2, 200]]);
    const rest = await preview(event, { price: dearer, limit: 2, cursor: first.differences.nextCursor! });
    expect(rest.differences).toMatchObject({ items: [{ quantity: 1 }], nextCursor: null });
  });

  it('is its owner\'s alone, of a plan in the same currency and unit whose rules agree with themselves', async () => {
    const listing = aListing({ price });
    expect(await refusalOf(preview(listing, {}, someone()))).toBe('forbidden');
    expect(await refusalOf(preview(listing, { price: { ...price, currency: 'USD' } }))).toBe('malformed');
    expect(await refusalOf(preview(listing, { price: { ...price, per: 'day' } }))).toBe('malformed');
    expect(await refusalOf(preview(listing, { price: { ...price, rules: [{ name: 'Odd', priority: 1 }] } }))).toBe('malformed');
    expect(await refusalOf(preview(listing, { cursor: 'bm90IG9uZQ' }))).toBe('malformed');
    expect(await preview(listing)).toMatchObject({ asked: { count: 0 }, booked: { count: 0 }, leftOut: 0, differences: { items: [] } });
  });

  it('keeps no more different wishes of a day than anybody needs, but counts on those it has', async () => {
    const listing = aListing({ price });
    await booking.ask(GetQuote, { listingId: listing.id, from: day(5), to: day(7) });
    await kept(listing, 1);
    await booking.rows(
      `INSERT INTO asked_quote (resource_id, asked_on, wish, times, total_amount, currency)
       SELECT resource_id, asked_on, jsonb_build_object('quantity', number), 1, 0, 'EUR' FROM asked_quote, generate_series(1, 499) AS number WHERE resource_id = $1`,
      [listing.id],
    );
    await booking.ask(GetQuote, { listingId: listing.id, from: day(15), to: day(17) });
    await booking.ask(GetQuote, { listingId: listing.id, from: day(5), to: day(7) });
    await kept(listing, 501);
    expect(await preview(listing)).toMatchObject({ asked: { count: 2 }, leftOut: 499 });
  });

  it('forgets what was asked when nobody looks at it any more', async () => {
    const listing = aListing({ price });
    await booking.ask(GetQuote, { listingId: listing.id, from: day(5), to: day(7) });
    await kept(listing, 1);
    booking.clock.advance(90 * 86_400_000);
    expect((await preview(listing)).asked.count).toBe(1);
    booking.clock.advance(2 * 86_400_000);
    expect((await preview(listing)).asked.count).toBe(0);
    await kept(listing, 0);
  });
});
