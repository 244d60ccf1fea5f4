import { type BookingView, CancelBooking, GetBooking, GetBookingHistory, GetCancellation, PlaceBooking, ReconfirmBooking } from '@bookable/contracts-booking';
import { ListingChanged, type ListingFacts, ListingPublished } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { bookingService } from '../src/booking.module';
import { RunningBooking, refusalOf } from './running-booking';
import { anEvent, day } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });

/** An event on an evening some days from now, between two hours of UTC; strict, so that money says who has moved what. */
function evening(from: string, to: string, differences: Partial<ListingFacts> = {}): ListingFacts {
  const at = (time: string) => `${day(6)}T${time}:00.000Z`;
  return anEvent(10, { booking: { approval: 'instant', cancellation: 'strict' }, details: { startsAt: at(from), endsAt: at(to), privacy: 'everyone', paid: true }, ...differences });
}

const ask = ({ id: listingId }: ListingFacts, guest: { userId: string }) => booking.ask(PlaceBooking, { listingId }, guest);
const move = (event: ListingFacts, to: ListingFacts, version: number) => booking.tell(ListingChanged, { ...event, version, details: { ...event.details!, ...(({ startsAt, endsAt }) => ({ startsAt, endsAt }))(to.details!) } });

/** Somebody's booking of an event that was moved onto another one they go to. */
async function doubted() {
  const guest = someone();
  const [event, other] = [evening('14:00', '16:00'), evening('18:00', '21:00')];
  const { id: bookingId } = await ask(event, guest);
  const { id: otherBookingId } = await ask(other, guest);
  const present = (by = guest): Promise<BookingView> => booking.ask(GetBooking, { bookingId }, by);
  const becomes = (isInDoubt: boolean) => waitUntil(async () => ((await present()).inDoubt ?? false) === isInDoubt, { that: 'the booking says whether it is in doubt' });
  await move(event, other, 2);
  await becomes(true);
  return { guest, host: { userId: event.ownerId }, event, other, bookingId, otherBookingId, present, becomes };
}

beforeAll(async () => {
  booking = await RunningBooking.start();
  await booking.host(bookingService);
});
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('A booking in doubt', () => {
  it('says so to both parties with what the guest may do, once in its history and once to who listens', async () => {
    const { guest, host, bookingId, present } = await doubted();
    expect(await present()).toMatchObject({ status: 'confirmed', inDoubt: true, doubtAnswers: ['reconfirm', 'cancel'] });
    expect(await present(host)).toEqual(await present());
    const { items } = await booking.ask(GetBookingHistory, { bookingId }, guest);
    expect(items.map(({ action, actorId, to }) => [action, actorId, to])).toEqual([['request', guest.userId, 'confirmed'], ['doubt', null, 'confirmed']]);
    await waitUntil(() => booking.heard.wordsOf(bookingId).length === 2);
    expect(booking.heard.wordsOf(bookingId)).toEqual(['confirmed', 'doubted']);
  });

  it('is confirmed again once the other plans are given up, and twice is once', async () => {
    const { guest, host, other, bookingId, otherBookingId, present } = await doubted();
    const clash = await booking.ask(ReconfirmBooking, { bookingId }, guest).catch((error: unknown) => error);
    expect(clash).toMatchObject({ problem: { code: 'schedule-clash' }, facts: { otherListingId: other.id } });
    await booking.ask(CancelBooking, { bookingId: otherBookingId }, guest);
    expect(await refusalOf(booking.ask(ReconfirmBooking, { bookingId }, host))).toBe('not-your-booking');
    expect(await refusalOf(booking.ask(ReconfirmBooking, { bookingId }, someone()))).toBe('not-found');
    const sure = await booking.ask(ReconfirmBooking, { bookingId }, guest);
    expect(sure.inDoubt).toBeUndefined();
    expect(await booking.ask(ReconfirmBooking, { bookingId }, guest)).toEqual(sure);
    expect(JSON.stringify(await present())).toBe(JSON.stringify(sure));
    expect(await refusalOf(ask(evening('20:00', '22:00'), guest))).toBe('schedule-clash');
    await waitUntil(() => booking.heard.wordsOf(bookingId).at(-1) === 'reconfirmed');
    expect(booking.heard.wordsOf(bookingId)).toEqual(['confirmed', 'doubted', 'reconfirmed']);
  });

  it('is withdrawn for everything, because the host has moved the event', async () => {
    const { guest, bookingId } = await doubted();
    const told = await booking.ask(GetCancellation, { bookingId }, guest);
    expect(told).toMatchObject({ policy: 'strict', percent: 100, kept: { amount: 0 } });
    const cancelled = await booking.ask(CancelBooking, { bookingId }, guest);
    expect(cancelled).toMatchObject({ status: 'cancelled', cancellation: told });
    expect(cancelled.inDoubt).toBeUndefined();
    expect(await refusalOf(booking.ask(ReconfirmBooking, { bookingId }, guest))).toBe('wrong-status');
  });

  it('is sure again by itself where the event is moved away', async () => {
    const { guest, event, bookingId, becomes } = await doubted();
    await booking.tell(ListingChanged, { ...event, version: 3 });
    await becomes(false);
    const { items } = await booking.ask(GetBookingHistory, { bookingId }, guest);
    expect(items.map(({ action, actorId }) => [action, actorId]).at(-1)).toEqual(['reconfirm', null]);
    expect(await refusalOf(booking.ask(ReconfirmBooking, { bookingId }, guest))).toBe('not-in-doubt');
  });

  it('is withdrawn under its policy where the guest hosts another event at its time', async () => {
    const guest = someone();
    const { id: bookingId } = await ask(evening('18:00', '21:00'), guest);
    await booking.tell(ListingPublished, evening('20:00', '22:00', { ownerId: guest.userId }));
    await waitUntil(async () => (await booking.ask(GetBooking, { bookingId }, guest)).inDoubt);
    expect(await refusalOf(booking.ask(ReconfirmBooking, { bookingId }, guest))).toBe('schedule-clash');
    expect(await booking.ask(GetCancellation, { bookingId }, guest)).toMatchObject({ policy: 'strict', percent: 0 });
  });

  it('and one that nobody doubts cannot be confirmed again', async () => {
    const guest = someone();
    const { id: bookingId } = await ask(evening('18:00', '21:00'), guest);
    expect(await refusalOf(booking.ask(ReconfirmBooking, { bookingId }, guest))).toBe('not-in-doubt');
  });
});
