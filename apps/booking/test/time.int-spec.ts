import { ConfirmBooking, GetBooking, GetBookingHistory, InviteGuest, PlaceBooking } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { bookingService } from '../src/booking.module';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day, followers } from './stand-in-catalog';

const HOUR_MS = 3_600_000;
let booking: RunningBooking;
const someone = () => ({ userId: newId() });

beforeAll(async () => {
  booking = await RunningBooking.start();
  await booking.host(bookingService);
  await booking.host(bookingService);
});
afterAll(async () => booking.stop());

describe('Time, with three replicas looking', () => {
  it('lets requests run out after a day, or when their time begins, and each once', async () => {
    const listing = aListing({ booking: { approval: 'request' }, capacity: 40 });
    const renters = Array.from({ length: 30 }, someone);
    const placed = await Promise.all(renters.map((renter) => booking.ask(PlaceBooking, { listingId: listing.id, from: day(5), to: day(6) }, renter)));
    const soon = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(0), to: day(1) }, someone());
    expect(Date.parse(soon.expiresAt!)).toBeLessThanOrEqual(Date.parse(soon.createdAt) + 24 * HOUR_MS);
    booking.clock.advance(24 * HOUR_MS + 1_000);
    await waitUntil(() => placed.every(({ id }) => booking.heard.wordsOf(id).length === 2));
    for (const { id } of placed) expect(booking.heard.wordsOf(id)).toEqual(['requested', 'expired']);
    const { items } = await booking.ask(GetBookingHistory, { bookingId: placed[0]!.id }, renters[0]);
    expect(items.map(({ action, actorId }) => [action, actorId])).toEqual([['request', renters[0]!.userId], ['expire', null]]);
    expect(await booking.rows('SELECT 1 FROM claim WHERE resource_id = $1', [listing.id])).toEqual([]);
  });

  it('frees the time of a request the moment it has run out, and takes no late answer', async () => {
    const listing = aListing({ booking: { approval: 'request' } });
    const placed = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(15), to: day(16) }, someone());
    booking.clock.advance(24 * HOUR_MS + 1);
    const [taken, confirmed] = await Promise.all([
      refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, from: day(15), to: day(16) }, someone())),
      refusalOf(booking.ask(ConfirmBooking, { bookingId: placed.id }, { userId: listing.ownerId })),
    ]);
    expect([taken, confirmed]).toEqual([undefined, 'wrong-status']);
  });

  it('starts and completes what was agreed, but rooms only by check-in', async () => {
    const stays = await Promise.all(
      [aListing(), aListing({ kind: 'room', capacity: 3 })].map(async ({ id: listingId }) => {
        const renter = someone();
        return { renter, bookingId: (await booking.ask(PlaceBooking, { listingId, from: day(20), to: day(22) }, renter)).id };
      }),
    );
    booking.clock.set(`${day(21)}T12:00:00Z`);
    const statusOf = async ({ bookingId, renter }: (typeof stays)[number]) => (await booking.ask(GetBooking, { bookingId }, renter)).status;
    await waitUntil(async () => (await statusOf(stays[0]!)) === 'in_progress');
    booking.clock.set(`${day(22)}T23:00:00Z`);
    await waitUntil(async () => (await statusOf(stays[0]!)) === 'completed');
    expect(await statusOf(stays[1]!)).toBe('confirmed');
  });

  it('is not held up by a booking that cannot be moved', async () => {
    booking.clock.set(new Date());
    const [broken, sound] = [aListing(), aListing()];
    const placed = await Promise.all([broken, sound].map(({ id: listingId }) => booking.ask(PlaceBooking, { listingId, from: day(30), to: day(31) }, someone())));
    await booking.rows('DELETE FROM claim WHERE id = $1', [placed[0]!.id]);
    await booking.rows(`INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind) VALUES (gen_random_uuid(), $1, $1, tstzrange($2, $3), 1, 1, 'block')`, [broken.id, placed[0]!.startsAt, placed[0]!.endsAt]);
    booking.clock.set(`${day(30)}T20:00:00Z`);
    await waitUntil(() => booking.heard.wordsOf(placed[1]!.id).includes('started'));
    expect(booking.heard.wordsOf(placed[0]!.id)).toEqual(['confirmed']);
  });

  it('ends an invitation when the event begins', async () => {
    booking.clock.set(new Date());
    const event = anEvent(1);
    const guest = someone();
    followers.add(guest.userId);
    const { id: bookingId } = await booking.ask(InviteGuest, { listingId: event.id, userId: guest.userId }, { userId: event.ownerId });
    booking.clock.set(event.details!.startsAt);
    await waitUntil(async () => (await booking.ask(GetBooking, { bookingId }, guest)).status === 'expired');
    booking.clock.set(new Date());
  });
});
