import { CancelBooking, ConfirmBooking, GetBooking, GetBookingHistory, GetCancellation, PlaceBooking, StartBooking } from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const price = { currency: 'EUR', per: 'night', amount: 10_000, cleaningFee: 3_000, deposit: 20_000 } as const;

async function booked(rules: ListingFacts['booking'], from = 5) {
  const listing = aListing({ price, booking: rules });
  const renter = someone();
  const { id: bookingId } = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(from), to: day(from + 2) }, renter);
  return { bookingId, renter, owner: { userId: listing.ownerId } };
}

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('What a cancellation comes to', () => {
  it('is told to a party beforehand, and is what the cancellation then keeps, with the history', async () => {
    const { bookingId, renter } = await booked({ approval: 'instant', cancellation: 'strict' });
    const told = await booking.ask(GetCancellation, { bookingId }, renter);
    expect(told).toMatchObject({ policy: 'strict', by: 'renter', percent: 0, refund: { amount: 3_000 }, kept: { amount: 20_000 }, deposit: { amount: 20_000 } });
    expect((await booking.ask(CancelBooking, { bookingId }, renter)).cancellation).toEqual(told);
    expect((await booking.ask(GetBooking, { bookingId }, renter)).cancellation).toEqual(told);
    const { items } = await booking.ask(GetBookingHistory, { bookingId }, renter);
    expect(items.map(({ action, cancellation }) => [action, cancellation])).toEqual([['request', undefined], ['cancel', told]]);
    expect(await booking.ask(GetCancellation, { bookingId }, renter)).toEqual(told);
  });

  it('is everything where the owner cancels, and where nothing is agreed', async () => {
    const agreed = await booked({ approval: 'instant', cancellation: 'strict' });
    expect(await booking.ask(GetCancellation, { bookingId: agreed.bookingId }, agreed.owner)).toMatchObject({ by: 'owner', refund: { amount: 23_000 }, kept: { amount: 0 } });
    const asked = await booked({ approval: 'request', cancellation: 'strict' });
    expect((await booking.ask(CancelBooking, { bookingId: asked.bookingId }, asked.renter)).cancellation).toMatchObject({ percent: 100, kept: { amount: 0 } });
  });

  it('follows the policy the booking was made under, whatever the listing says later', async () => {
    const { bookingId, renter } = await booked({ approval: 'instant', cancellation: 'flexible' });
    await booking.rows(`UPDATE resource SET rules = rules || '{"cancellation":"strict"}' WHERE id = (SELECT resource_id FROM booking WHERE id = $1)`, [bookingId]);
    expect(await booking.ask(GetCancellation, { bookingId }, renter)).toMatchObject({ policy: 'flexible', percent: 100 });
  });

  it('is not there for strangers, nor for what cannot be cancelled', async () => {
    const { bookingId, renter, owner } = await booked({ approval: 'request' });
    expect(await refusalOf(booking.ask(GetCancellation, { bookingId }, someone()))).toBe('not-found');
    expect(await refusalOf(booking.ask(GetCancellation, { bookingId }, owner))).toBe('wrong-status');
    await booking.ask(ConfirmBooking, { bookingId }, owner);
    await booking.ask(StartBooking, { bookingId }, owner);
    expect(await refusalOf(booking.ask(GetCancellation, { bookingId }, renter))).toBe('wrong-status');
  });
});
