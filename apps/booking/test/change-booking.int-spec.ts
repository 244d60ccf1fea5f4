import {
  AcceptChange, CancelBooking, ChangeBooking, type ChangeBookingRequest, ConfirmBooking, GetAvailability, GetBooking, GetBookingHistory, PlaceBooking, RejectChange,
  WithdrawChange,
} from '@bookable/contracts-booking';
import { type ListingFacts, ListingChanged } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day } from './stand-in-catalog';

const HOUR_MS = 3_600_000;
type Wish = Omit<ChangeBookingRequest, 'bookingId'>;

let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const ownerOf = (listing: ListingFacts) => ({ userId: listing.ownerId });
const onRequest = (differences: Partial<ListingFacts> = {}) => aListing({ booking: { approval: 'request' }, ...differences });

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

/** Somebody's booking of a listing, and what each side may do with it. */
async function booked(listing: ListingFacts, from = 10, to = 12, quantity?: number) {
  const renter = someone();
  const placed = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(from), to: day(to), quantity }, renter);
  const bookingId = placed.id;
  if (placed.status === 'pending') await booking.ask(ConfirmBooking, { bookingId }, ownerOf(listing));
  const change = (wish: Wish, by = renter) => booking.ask(ChangeBooking, { bookingId, ...wish }, by);
  const history = async () => (await booking.ask(GetBookingHistory, { bookingId }, renter)).items;
  const present = () => booking.ask(GetBooking, { bookingId }, renter);
  return { renter, owner: ownerOf(listing), bookingId, change, history, present };
}

const free = async (listing: ListingFacts, from: number, to: number): Promise<number[]> =>
  (await booking.ask(GetAvailability, { listingId: listing.id, from: day(from), to: day(to) })).days!.map((one) => one.free);

describe('A proposed change that is withdrawn', () => {
  it('is taken back by who has proposed it, with the time it kept, and twice is once', async () => {
    const listing = onRequest();
    const { change, bookingId, renter, owner, history, present } = await booked(listing);
    await change({ to: day(15) });
    expect(await free(listing, 9, 15)).toEqual([1, 0, 0, 0, 0, 0]);
    expect(await refusalOf(booking.ask(WithdrawChange, { bookingId }, owner))).toBe('not-your-booking');
    expect(await refusalOf(booking.ask(WithdrawChange, { bookingId }, someone()))).toBe('not-found');
    const withdrawn = await booking.ask(WithdrawChange, { bookingId }, renter);
    expect(withdrawn).toMatchObject({ from: day(10), to: day(12), status: 'confirmed' });
    expect(withdrawn.proposedChange).toBeUndefined();
    expect(await booking.ask(WithdrawChange, { bookingId }, renter)).toEqual(withdrawn);
    expect(await present()).toEqual(withdrawn);
    expect(await free(listing, 9, 15)).toEqual([1, 0, 0, 1, 1, 1]);
    expect((await history()).at(-1)).toMatchObject({ action: 'withdraw-change', actorId: renter.userId, from: 'confirmed', to: 'confirmed' });
    await waitUntil(() => booking.heard.wordsOf(bookingId).at(-1) === 'change-withdrawn');
    expect(await refusalOf(booking.ask(AcceptChange, { bookingId }, owner))).toBe('no-change-proposed');
  });

  it('is either accepted or withdrawn where both come at once, and the owner may withdraw theirs, too', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { change, bookingId, renter, owner, present } = await booked(onRequest());
      const [by, other] = round % 2 === 0 ? [renter, owner] : [owner, renter];
      await change({ to: day(15) }, by);
      const outcomes = await Promise.all([refusalOf(booking.ask(WithdrawChange, { bookingId }, by)), refusalOf(booking.ask(AcceptChange, { bookingId }, other))]);
      expect([...outcomes].sort()).toEqual(['no-change-proposed', undefined]);
      expect((await present()).to).toBe(outcomes[0] === undefined ? day(12) : day(15));
    }
  });
});

describe('A change by the renter of what was booked instantly', () => {
  it('is made at once: the time is swapped, the stay priced anew, and history keeps both prices', async () => {
    const listing = aListing();
    const { change, bookingId, history, renter } = await booked(listing);
    const changed = await change({ from: day(11), to: day(14) });
    expect(changed).toMatchObject({ from: day(11), to: day(14), total: { amount: 30_000 }, status: 'confirmed' });
    expect(await free(listing, 9, 15)).toEqual([1, 1, 0, 0, 0, 1]);
    const { change: terms, ...step } = (await history()).at(-1)!;
    expect(step).toMatchObject({ action: 'change', from: 'confirmed', to: 'confirmed', actorId: renter.userId });
    expect(terms).toMatchObject({ before: { from: day(10), to: day(12), quantity: 1, total: { amount: 20_000 } }, after: { from: day(11), total: { amount: 30_000 } } });
    expect(JSON.stringify(await booking.ask(GetBooking, { bookingId }, renter))).toBe(JSON.stringify(changed));
    await waitUntil(() => booking.heard.wordsOf(bookingId).length === 2);
    expect(booking.heard.wordsOf(bookingId)).toEqual(['confirmed', 'changed']);
    expect(booking.heard.bookings.at(-1)!.facts).toMatchObject({ action: 'change', actorId: renter.userId, version: 2 });
  });

  it('does not count the time it has already, and where the new one is taken leaves all as it was', async () => {
    const listing = aListing({ capacity: 2 });
    const { change, bookingId } = await booked(listing, 10, 12, 2);
    await booking.ask(PlaceBooking, { listingId: listing.id, from: day(13), to: day(14) }, someone());
    const claims = () => booking.rows('SELECT id, during, quantity, taken_at FROM claim WHERE booking_id = $1', [bookingId]);
    const before = await claims();
    expect(await refusalOf(change({ to: day(14) }))).toBe('slot-taken');
    expect(await claims()).toEqual(before);
    expect(await refusalOf(change({ from: day(11), to: day(13) }))).toBeUndefined();
    expect(await refusalOf(change({ to: day(14), quantity: 1 }))).toBeUndefined();
  });

  it('is refused by the rules, and where it is asked by a stranger or too late', async () => {
    const { change, bookingId, renter } = await booked(aListing({ booking: { approval: 'instant', maxUnits: 3 } }));
    expect(await refusalOf(change({ to: day(20) }))).toBe('too-long');
    expect(await refusalOf(change({ from: day(-3) }))).toBe('past');
    expect(await refusalOf(change({ quantity: 2 }))).toBe('over-capacity');
    expect(await refusalOf(change({ to: day(13) }, someone()))).toBe('not-found');
    await booking.ask(CancelBooking, { bookingId }, renter);
    expect(await refusalOf(change({ to: day(13) }))).toBe('wrong-status');
  });

  it('asked for again changes nothing, and never overlaps another booking of the same person', async () => {
    const listing = aListing({ capacity: 2 });
    const { change, renter, history } = await booked(listing);
    await booking.ask(PlaceBooking, { listingId: listing.id, from: day(14), to: day(16) }, renter);
    for (const _time of [1, 2]) await change({ to: day(13) });
    expect(await history()).toHaveLength(2);
    expect(await refusalOf(change({ to: day(15) }))).toBe('already-requested');
  });

  it('of many who change into the same night at once is made by just as many as fit', async () => {
    const listing = aListing({ capacity: 12 });
    const all = await Promise.all(Array.from({ length: 8 }, () => booked(listing, 10, 11)));
    await booking.ask(PlaceBooking, { listingId: listing.id, from: day(20), to: day(21), quantity: 9 }, someone());
    const refusals = await Promise.all(all.map(({ change }) => refusalOf(change({ from: day(20), to: day(21) }))));
    expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(3);
    expect(new Set(refusals)).toEqual(new Set([undefined, 'slot-taken']));
    expect(await free(listing, 10, 11)).toEqual([12 - 5]);
  });
});

describe('A change of a request', () => {
  it('is made at once, and does not wait any longer than the request would have', async () => {
    const renter = someone();
    const placed = await booking.ask(PlaceBooking, { listingId: onRequest().id, from: day(10), to: day(12) }, renter);
    booking.clock.advance(20 * HOUR_MS);
    const changed = await booking.ask(ChangeBooking, { bookingId: placed.id, to: day(13) }, renter);
    expect(changed).toMatchObject({ status: 'pending', to: day(13), expiresAt: placed.expiresAt });
    booking.clock.set(new Date());
  });

  it('for an event is one of seats, of which it takes none before it is agreed to', async () => {
    const event = anEvent(3, { booking: { approval: 'request' } });
    const renter = someone();
    const { id: bookingId } = await booking.ask(PlaceBooking, { listingId: event.id }, renter);
    expect(await booking.ask(ChangeBooking, { bookingId, quantity: 3 }, renter)).toMatchObject({ quantity: 3, status: 'pending' });
    expect(await booking.rows('SELECT 1 FROM claim WHERE resource_id = $1', [event.id])).toEqual([]);
    await booking.ask(ConfirmBooking, { bookingId }, ownerOf(event));
    expect(await booking.rows('SELECT quantity FROM claim WHERE resource_id = $1', [event.id])).toEqual([{ quantity: 3 }]);
  });
});

describe('A change that the other party must agree to', () => {
  it('keeps the time it would add, beside that of the booking, until it is accepted', async () => {
    const listing = onRequest();
    const { change, present, renter, owner, bookingId, history } = await booked(listing);
    const proposed = await change({ from: day(11), to: day(14) });
    expect(proposed).toMatchObject({ from: day(10), to: day(12), total: { amount: 20_000 }, proposedChange: { from: day(11), to: day(14), total: { amount: 30_000 }, proposedBy: renter.userId } });
    expect(JSON.stringify(await present())).toBe(JSON.stringify(proposed));
    expect(await free(listing, 9, 15)).toEqual([1, 0, 0, 0, 0, 1]);
    const accepted = await booking.ask(AcceptChange, { bookingId }, owner);
    expect(accepted).toMatchObject({ from: day(11), to: day(14), total: { amount: 30_000 } });
    expect(accepted.proposedChange).toBeUndefined();
    expect(await booking.ask(AcceptChange, { bookingId }, owner)).toEqual(accepted);
    expect(await free(listing, 9, 15)).toEqual([1, 1, 0, 0, 0, 1]);
    expect((await history()).map(({ action }) => action)).toEqual(['request', 'confirm', 'propose-change', 'accept-change']);
    await waitUntil(() => booking.heard.wordsOf(bookingId).length === 4);
    expect(booking.heard.wordsOf(bookingId).slice(2)).toEqual(['change-proposed', 'changed']);
  });

  it('gives back what it kept when it is rejected, and leaves the booking as it was', async () => {
    const listing = onRequest();
    const { change, renter, owner, bookingId } = await booked(listing);
    await change({ to: day(14) }, owner);
    expect(await refusalOf(booking.ask(AcceptChange, { bookingId }, owner))).toBe('not-your-booking');
    expect(await refusalOf(change({ to: day(15) }))).toBe('change-waits');
    expect(await booking.ask(RejectChange, { bookingId }, renter)).toMatchObject({ from: day(10), to: day(12) });
    expect(await free(listing, 10, 14)).toEqual([0, 0, 1, 1]);
    expect(await refusalOf(booking.ask(AcceptChange, { bookingId }, renter))).toBe('no-change-proposed');
  });

  it('runs out after a day, or when the booking would begin', async () => {
    const listing = onRequest();
    const { change, owner, bookingId, present } = await booked(listing);
    await change({ to: day(14) });
    booking.clock.advance(24 * HOUR_MS + 1);
    expect(await refusalOf(booking.ask(AcceptChange, { bookingId }, owner))).toBe('no-change-proposed');
    await waitUntil(async () => (await present()).proposedChange === undefined);
    expect(await free(listing, 10, 14)).toEqual([0, 0, 1, 1]);
    await waitUntil(() => booking.heard.wordsOf(bookingId).includes('change-expired'));
    booking.clock.set(new Date());
  });

  it('may be replaced by another one of the same party', async () => {
    const listing = onRequest();
    const { change } = await booked(listing);
    await change({ to: day(14) });
    await change({ from: day(8), to: day(12) });
    expect(await free(listing, 7, 15)).toEqual([1, 0, 0, 0, 0, 1, 1, 1]);
  });

  it('is off as soon as the booking takes another step', async () => {
    const listing = onRequest();
    const { change, renter, bookingId, present } = await booked(listing);
    await change({ to: day(14) });
    await booking.ask(CancelBooking, { bookingId }, renter);
    expect((await present()).proposedChange).toBeUndefined();
    expect(await free(listing, 10, 14)).toEqual([1, 1, 1, 1]);
  });

  it('accepted and withdrawn at once has one outcome', async () => {
    const listing = onRequest();
    const { change, renter, owner, bookingId } = await booked(listing);
    await change({ to: day(14) });
    const [accepted, cancelled] = await Promise.all([
      refusalOf(booking.ask(AcceptChange, { bookingId }, owner)),
      refusalOf(booking.ask(CancelBooking, { bookingId }, renter)),
    ]);
    expect(cancelled).toBeUndefined();
    expect([undefined, 'no-change-proposed']).toContain(accepted);
    expect(await free(listing, 10, 14)).toEqual([1, 1, 1, 1]);
  });

  it('is priced by what the listing costs now, and what was agreed stays as it is until then', async () => {
    const listing = onRequest();
    const { change, owner, bookingId } = await booked(listing);
    const dearer = { ...listing, price: { ...listing.price, amount: 20_000 }, version: 2 };
    await booking.tell(ListingChanged, dearer);
    const proposed = await change({ to: day(13) });
    expect([proposed.total.amount, proposed.proposedChange!.total.amount]).toEqual([20_000, 60_000]);
    expect((await booking.ask(AcceptChange, { bookingId }, owner)).total.amount).toBe(60_000);
  });
});
