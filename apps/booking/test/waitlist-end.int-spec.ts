import { UserDeleted } from '@bookable/contracts-auth';
import { CancelBooking, CloseResource, ConfirmBooking, PlaceBooking, TakeOffer } from '@bookable/contracts-booking';
import { ListingArchived } from '@bookable/contracts-catalog';
import { waitUntil } from '@bookable/platform-testing';
import { bookingService } from '../src/booking.module';
import { Line, someone, stay } from './line';
import { RunningBooking } from './running-booking';
import { aListing, anEvent } from './stand-in-catalog';

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

describe('The end of a wait', () => {
  it('comes when its time has come', async () => {
    const { listing } = await line.full(aListing(), stay(3, 5));
    const renter = someone();
    const entry = await line.join(listing, renter, stay(3, 5));
    booking.clock.advance(4 * 24 * HOUR_MS);
    await waitUntil(() => line.wordsOf(entry).length === 1);
    expect(line.wordsOf(entry)).toEqual(['lapsed']);
    booking.clock.set(new Date());
  });

  it('comes with the end of the listing, by whichever door', async () => {
    const { listing: closed, bookings } = await line.full();
    const { listing: archived } = await line.full();
    const [renter, other] = [someone(), someone()];
    const entry = await line.join(closed, renter);
    const second = await line.join(archived, other);
    await line.cancel(bookings[0]!);
    await line.offered(entry, renter);
    await booking.ask(CloseResource, { listingId: closed.id });
    await booking.tell(ListingArchived, { ...archived, status: 'archived' as const, version: 2 });
    await waitUntil(() => line.wordsOf(entry).length === 2 && line.wordsOf(second).length === 1);
    expect((await line.own(renter))[0]).toMatchObject({ status: 'lapsed' });
    expect((await line.own(other))[0]).toMatchObject({ status: 'lapsed' });
  });

  it('comes with the account of whoever waits, or of the owner', async () => {
    const { listing, bookings } = await line.full();
    const [gone, next] = [someone(), someone()];
    const entry = await line.join(listing, gone);
    const after = await line.join(listing, next);
    await line.cancel(bookings[0]!);
    await line.offered(entry, gone);
    await booking.tell(UserDeleted, { id: gone.userId, version: 2 });
    await line.offered(after, next);
    expect((await line.own(gone))[0]).toMatchObject({ status: 'withdrawn' });
    await booking.tell(UserDeleted, { id: listing.ownerId, version: 2 });
    await waitUntil(() => line.wordsOf(after).length === 2);
    expect(line.wordsOf(after)).toEqual(['offered', 'lapsed']);
  });

  it('of an event on request is a request that the host answers', async () => {
    const event = anEvent(1, { booking: { approval: 'request' } });
    const host = { userId: event.ownerId };
    const [guest, renter] = [someone(), someone()];
    const { id } = await booking.ask(PlaceBooking, { listingId: event.id }, guest);
    await booking.ask(ConfirmBooking, { bookingId: id }, host);
    const entry = await line.join(event, renter, {});
    await booking.ask(CancelBooking, { bookingId: id }, guest);
    await line.offered(entry, renter);
    const taken = await booking.ask(TakeOffer, { entryId: entry.id }, renter);
    expect(taken.status).toBe('pending');
    expect(await booking.ask(ConfirmBooking, { bookingId: taken.id }, host)).toMatchObject({ status: 'confirmed' });
  });
});
