import {
  AcceptInvitation, CancelBooking, CompleteBooking, ConfirmBooking, DeclineInvitation, FindBookings, GetBooking, GetBookingFacts, GetBookingHistory,
  InviteGuest, MarkNoShow, PlaceBooking, RejectBooking, StartBooking,
} from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { nobodies } from './stand-in-auth';
import { aListing, anEvent, day, followers } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const onRequest = (differences: Partial<ListingFacts> = {}) => aListing({ booking: { approval: 'request' }, ...differences });

async function requested(listing: ListingFacts, from = 10, to = 12) {
  const renter = someone();
  const { id: bookingId } = await booking.ask(PlaceBooking, listing.kind === 'event' ? { listingId: listing.id } : { listingId: listing.id, from: day(from), to: day(to) }, renter);
  return { bookingId, renter, owner: { userId: listing.ownerId } };
}

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('A booking', () => {
  it('runs its course, keeps its history and tells of every step', async () => {
    const { bookingId, renter, owner } = await requested(onRequest());
    expect((await booking.ask(ConfirmBooking, { bookingId }, owner)).status).toBe('confirmed');
    expect((await booking.ask(StartBooking, { bookingId }, owner)).status).toBe('in_progress');
    expect((await booking.ask(CompleteBooking, { bookingId }, owner)).status).toBe('completed');
    const { items } = await booking.ask(GetBookingHistory, { bookingId }, renter);
    expect(items.map(({ action, from, to, actorId }) => [action, from, to, actorId])).toEqual([
      ['request', null, 'pending', renter.userId],
      ['confirm', 'pending', 'confirmed', owner.userId],
      ['start', 'confirmed', 'in_progress', owner.userId],
      ['complete', 'in_progress', 'completed', owner.userId],
    ]);
    await waitUntil(() => booking.heard.wordsOf(bookingId).length === 4);
    expect(booking.heard.wordsOf(bookingId)).toEqual(['requested', 'confirmed', 'started', 'completed']);
    expect(await booking.ask(GetBookingFacts, { bookingId })).toMatchObject({ version: 4, action: 'complete', actorId: owner.userId, listingTitle: 'Flat on the Havel' });
  });

  it('is rejected with a reason that both sides read, and its time is free again', async () => {
    const listing = onRequest();
    const { bookingId, renter, owner } = await requested(listing);
    await booking.ask(RejectBooking, { bookingId, reason: 'We are away.' }, owner);
    expect(await booking.ask(GetBooking, { bookingId }, renter)).toMatchObject({ status: 'rejected', reason: 'We are away.' });
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: listing.id, from: day(10), to: day(12) }, someone()))).toBeUndefined();
  });

  it('does not exist for strangers, and tells a party which step is not theirs', async () => {
    const { bookingId, renter, owner } = await requested(onRequest());
    const stranger = someone();
    expect(await refusalOf(booking.ask(GetBooking, { bookingId }, stranger))).toBe('not-found');
    expect(await refusalOf(booking.ask(GetBookingHistory, { bookingId }, stranger))).toBe('not-found');
    expect(await refusalOf(booking.ask(ConfirmBooking, { bookingId }, stranger))).toBe('not-found');
    expect(await refusalOf(booking.ask(ConfirmBooking, { bookingId }, renter))).toBe('not-your-booking');
    expect(await refusalOf(booking.ask(AcceptInvitation, { bookingId }, owner))).toBe('not-your-booking');
    expect(await refusalOf(booking.ask(ConfirmBooking, { bookingId }))).toBe('unauthenticated');
  });

  it('answers the same to the same step of the same person, and names the status to any other', async () => {
    const { bookingId, renter, owner } = await requested(onRequest());
    const first = await booking.ask(ConfirmBooking, { bookingId }, owner);
    expect(await booking.ask(ConfirmBooking, { bookingId }, owner)).toEqual(first);
    await expect(booking.ask(RejectBooking, { bookingId, reason: 'Too late' }, owner)).rejects.toMatchObject({
      problem: { code: 'wrong-status' }, detail: 'The booking is confirmed.', facts: { bookingStatus: 'confirmed' },
    });
    await booking.ask(CancelBooking, { bookingId }, renter);
    expect(await refusalOf(booking.ask(CancelBooking, { bookingId }, owner))).toBe('wrong-status');
    expect(await booking.rows('SELECT 1 FROM booking_transition WHERE booking_id = $1', [bookingId])).toHaveLength(3);
  });

  it('takes one of two steps at once; the other sees the status it left', async () => {
    for (let round = 0; round < 15; round += 1) {
      const { bookingId, renter, owner } = await requested(onRequest());
      const [confirmed, cancelled] = await Promise.all([
        refusalOf(booking.ask(ConfirmBooking, { bookingId }, owner)),
        refusalOf(booking.ask(CancelBooking, { bookingId }, renter)),
      ]);
      // A renter may still cancel what was confirmed a moment before.
      expect([confirmed, cancelled]).toContain(undefined);
      const { status } = await booking.ask(GetBooking, { bookingId }, renter);
      expect(status).toBe('cancelled');
      expect(await booking.rows('SELECT 1 FROM booking_transition WHERE booking_id = $1', [bookingId])).toHaveLength(confirmed === undefined ? 3 : 2);
    }
  });

  it('cannot be missed before it was to begin', async () => {
    const { bookingId, owner } = await requested(onRequest());
    await booking.ask(ConfirmBooking, { bookingId }, owner);
    expect(await refusalOf(booking.ask(MarkNoShow, { bookingId }, owner))).toBe('too-early');
  });

  it('of an event takes its seat when the host agrees, and finds none when all are taken', async () => {
    const event = anEvent(2, { booking: { approval: 'request' } });
    const owner = { userId: event.ownerId };
    const requests = await Promise.all([requested(event), requested(event), requested(event)]);
    const outcomes = await Promise.all(requests.map(({ bookingId }) => refusalOf(booking.ask(ConfirmBooking, { bookingId }, owner))));
    expect(outcomes.sort()).toEqual(['slot-taken', undefined, undefined]);
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: event.id }, requests[0]!.renter))).toBe('already-requested');
  });

  it('begins with an invitation that keeps a seat until it is answered', async () => {
    const event = anEvent(1);
    const host = { userId: event.ownerId };
    const [guest, other] = [someone(), someone()];
    expect(await refusalOf(booking.ask(InviteGuest, { listingId: event.id, userId: guest.userId }, host))).toBe('not-a-follower');
    for (const { userId } of [guest, other]) followers.add(userId);
    const { id: bookingId, status } = await booking.ask(InviteGuest, { listingId: event.id, userId: guest.userId }, host);
    expect(status).toBe('invited');
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: event.id }, other))).toBe('slot-taken');
    expect(await refusalOf(booking.ask(InviteGuest, { listingId: event.id, userId: other.userId }, other))).toBe('forbidden');
    const nobody = newId();
    nobodies.add(nobody);
    expect(await refusalOf(booking.ask(InviteGuest, { listingId: event.id, userId: nobody }, host))).toBe('not-found');
    expect((await booking.ask(DeclineInvitation, { bookingId }, guest)).status).toBe('declined');
    const second = await booking.ask(InviteGuest, { listingId: event.id, userId: other.userId }, host);
    expect((await booking.ask(AcceptInvitation, { bookingId: second.id }, other)).status).toBe('confirmed');
    await waitUntil(() => booking.heard.wordsOf(second.id).length === 2);
    expect(booking.heard.wordsOf(second.id)).toEqual(['invited', 'confirmed']);
  });
});

describe('The list of bookings', () => {
  it('shows each side its own, newest first, page by page, and filters', async () => {
    const listing = aListing();
    const renter = someone();
    const ids: string[] = [];
    for (const from of [30, 33, 36, 39, 42]) {
      ids.unshift((await booking.ask(PlaceBooking, { listingId: listing.id, from: day(from), to: day(from + 2) }, renter)).id);
    }
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await booking.ask(FindBookings, { limit: 2, cursor }, renter);
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(ids);
    const owner = { userId: listing.ownerId };
    const idsOf = async (filter: object, who = owner) => (await booking.ask(FindBookings, filter, who)).items.map(({ id }) => id);
    expect(await idsOf({ role: 'owner' })).toEqual(ids);
    expect(await idsOf({ role: 'renter' })).toEqual([]);
    expect(await idsOf({ from: day(36), to: day(39) })).toEqual([ids[2]]);
    expect(await idsOf({ status: 'pending' })).toEqual([]);
    expect(await idsOf({ listingId: newId() })).toEqual([]);
    expect([await idsOf({ kind: 'apartment' }), await idsOf({ kind: 'event' })]).toEqual([ids, []]);
    expect(await idsOf({}, someone())).toEqual([]);
    expect(await refusalOf(booking.ask(FindBookings, { cursor: 'nonsense' }, renter))).toBe('malformed');
  });
});
