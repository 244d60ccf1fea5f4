import { PlaceBooking, PlaceHold } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

const MINUTE_MS = 60_000;

describe('What is told to whoever watches', () => {
  let booking: RunningBooking;
  const someone = () => ({ userId: newId() });

  beforeAll(async () => (booking = await RunningBooking.start()));
  afterAll(async () => booking.stop());

  it('is how many bookings are active, as of a minute ago at most', async () => {
    expect(await booking.metrics()).not.toContain('bookable_active_bookings{');
    for (const listing of [aListing({ booking: { approval: 'instant' } }), aListing({ booking: { approval: 'request' } })]) {
      await booking.ask(PlaceBooking, { listingId: listing.id, from: day(5), to: day(7) }, someone());
    }
    expect(await booking.metrics()).not.toContain('bookable_active_bookings{');
    booking.clock.advance(MINUTE_MS);
    const text = await booking.metrics();
    expect(text).toContain('bookable_active_bookings{service="booking",kind="apartment",status="confirmed"} 1');
    expect(text).toContain('bookable_active_bookings{service="booking",kind="apartment",status="pending"} 1');
  });

  it('is how many bookings and holds found their time taken', async () => {
    const listing = aListing();
    const nights = { listingId: listing.id, from: day(5), to: day(7) };
    await booking.ask(PlaceHold, nights, someone());
    const tries = [booking.ask(PlaceBooking, nights, someone()), booking.ask(PlaceHold, nights, someone()), booking.ask(PlaceHold, nights, someone())];
    expect(await Promise.all(tries.map(refusalOf))).toEqual(['slot-taken', 'slot-taken', 'slot-taken']);
    const text = await booking.metrics();
    expect(text).toContain('bookable_refusals_total{service="booking",topic="booking.place-booking",code="slot-taken"} 1');
    expect(text).toContain('bookable_refusals_total{service="booking",topic="booking.place-hold",code="slot-taken"} 2');
  });
});
