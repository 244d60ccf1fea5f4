import { ChangeBooking, ConfirmBooking, GetQuote, InviteGuest, PlaceBooking } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import { bookingService } from '../src/booking.module';
import { Line, type Someone, someone, stay } from './line';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day, followers } from './stand-in-catalog';

/** Whoever is quick finds a moment in which nobody has been offered yet what is free; a few rounds find it, too. */
const ROUNDS = 6;
let booking: RunningBooking;
let line: Line;

beforeAll(async () => {
  booking = await RunningBooking.start();
  await booking.host(bookingService);
  line = new Line(booking);
});
afterAll(async () => booking.stop());
afterEach(async () => line.settles());

/** Lets somebody act in the very moment in which something becomes free, again and again. */
async function inEachRound(act: (round: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: ROUNDS }, (_, round) => act(round)));
}

/** Somebody whom a host may invite. */
function aFollower(): string {
  const id = newId();
  followers.add(id);
  return id;
}

const book = (listingId: string, wish: object, renter: Someone = someone()) => booking.ask(PlaceBooking, { listingId, ...wish }, renter);

describe('What has just become free is not taken past the line', () => {
  it('by an invitation of the host', async () => {
    await inEachRound(async () => {
      const { listing: event, bookings } = await line.full(anEvent(1), {});
      const renter = someone();
      const entry = await line.join(event, renter, {});
      const host = { userId: event.ownerId };
      await line.cancel(bookings[0]!);
      expect(await refusalOf(booking.ask(InviteGuest, { listingId: event.id, userId: aFollower() }, host))).toBe('slot-taken');
      await line.offered(entry, renter);
    });
  });

  it('by whoever lengthens a stay they have, at once or by a proposal', async () => {
    await inEachRound(async (round) => {
      const listing = aListing({ booking: { approval: round % 2 === 0 ? 'instant' : 'request' } });
      const neighbour = someone();
      const { id: bookingId, status } = await book(listing.id, stay(28, 30), neighbour);
      if (status === 'pending') await booking.ask(ConfirmBooking, { bookingId }, { userId: listing.ownerId });
      const { bookings } = await line.full(listing, stay(30, 32));
      const renter = someone();
      const entry = await line.join(listing, renter, stay(30, 32));
      await line.cancel(bookings[0]!);
      expect(await refusalOf(booking.ask(ChangeBooking, { bookingId, to: day(32) }, neighbour))).toBe('slot-taken');
      await line.offered(entry, renter);
    });
  });

  it('by what is booked beside another listing', async () => {
    await inEachRound(async () => {
      const room = aListing();
      const projector = aListing({ ownerId: room.ownerId });
      const { bookings } = await line.full(projector);
      const renter = someone();
      const entry = await line.join(projector, renter);
      await line.cancel(bookings[0]!);
      expect(await refusalOf(book(room.id, { ...stay(), beside: [{ listingId: projector.id }] }))).toBe('slot-taken');
      await line.offered(entry, renter);
      expect((await booking.ask(GetQuote, { listingId: room.id, ...stay() })).available).toBe(true);
    });
  });

  it('by a request that came after somebody stood in line, though the host says yes to it', async () => {
    await inEachRound(async () => {
      const { event, cancelSeat, renter, entry } = await eventWithALine();
      const { id: bookingId } = await book(event.id, {});
      await cancelSeat();
      expect(await refusalOf(booking.ask(ConfirmBooking, { bookingId }, { userId: event.ownerId }))).toBe('slot-taken');
      await line.offered(entry, renter);
    });
  });
});

describe('A request that was made before anybody stood in line', () => {
  it('has the seat by the word of the host, unless it is held for the line by then', async () => {
    await inEachRound(async () => {
      const earlier = someone();
      const { event, cancelSeat, renter, entry, bookingId } = await eventWithALine(earlier);
      await cancelSeat();
      const refusal = await refusalOf(booking.ask(ConfirmBooking, { bookingId: bookingId! }, { userId: event.ownerId }));
      if (refusal === undefined) expect((await line.own(renter))[0]).toMatchObject({ status: 'waiting' });
      else expect([refusal, (await line.offered(entry, renter)).status]).toEqual(['slot-taken', 'offered']);
    });
  });
});

describe('A seat that the host adds for an invitation', () => {
  it('is for whom it was added, though somebody waits, unless they were faster to it', async () => {
    await inEachRound(async () => {
      const { listing: event } = await line.full(anEvent(1), {});
      const renter = someone();
      const entry = await line.join(event, renter, {});
      const refusal = await refusalOf(booking.ask(InviteGuest, { listingId: event.id, userId: aFollower(), raiseCapacity: true }, { userId: event.ownerId }));
      if (refusal === undefined) expect((await line.own(renter))[0]).toMatchObject({ status: 'waiting' });
      else expect([refusal, (await line.offered(entry, renter)).status]).toEqual(['slot-taken', 'offered']);
    });
  });
});

/** An event on request with one seat, which is taken, and somebody who stands in line for it; a request of somebody may have been made before. */
async function eventWithALine(earlier?: Someone) {
  const event = anEvent(1, { booking: { approval: 'request' } });
  const seated = someone();
  const { id: seat } = await book(event.id, {}, seated);
  const bookingId = earlier && (await book(event.id, {}, earlier)).id;
  await booking.ask(ConfirmBooking, { bookingId: seat }, { userId: event.ownerId });
  const renter = someone();
  const entry = await line.join(event, renter, {});
  return { event, renter, entry, bookingId, cancelSeat: () => line.cancel({ id: seat, renter: seated }) };
}
