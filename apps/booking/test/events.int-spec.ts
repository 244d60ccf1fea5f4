import { UserDeleted } from '@bookable/contracts-auth';
import {
  AcceptInvitation, AppointModerator, CancelBooking, ChangeBooking, CompleteBooking, ConfirmBooking, DismissModerator, FindModerators, FindParticipants, GetBooking,
  InviteGuest, MarkNoShow, PlaceBooking, RejectBooking, StartBooking,
} from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { bookingService } from '../src/booking.module';
import { type Caller, RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day, followers } from './stand-in-catalog';

let booking: RunningBooking;
const ROUNDS = 12;
const someone = () => ({ userId: newId() });
const hostOf = ({ ownerId }: ListingFacts) => ({ userId: ownerId });
let evenings = 0;

/** An event on request; each on an evening of its own, because nobody is at two at once. */
function evening(seats: number, differences: Partial<ListingFacts> = {}): ListingFacts {
  const date = day(9 + (evenings += 1));
  const details = { startsAt: `${date}T18:00:00.000Z`, endsAt: `${date}T21:00:00.000Z`, privacy: 'everyone' as const, paid: true };
  return anEvent(seats, { booking: { approval: 'request' }, details, ...differences });
}

function aFollower() {
  const follower = someone();
  followers.add(follower.userId);
  return follower;
}

async function aModerator(event: ListingFacts) {
  const moderator = aFollower();
  await booking.ask(AppointModerator, { listingId: event.id, userId: moderator.userId }, hostOf(event));
  return moderator;
}

const ask = ({ id: listingId }: ListingFacts, guest: Caller) => booking.ask(PlaceBooking, { listingId }, guest);
const invite = ({ id: listingId }: ListingFacts, guest: { userId: string }, by: Caller, raiseCapacity?: boolean) => {
  followers.add(guest.userId);
  return booking.ask(InviteGuest, { listingId, userId: guest.userId, raiseCapacity }, by);
};
const participants = async ({ id: listingId }: ListingFacts, by: Caller) => (await booking.ask(FindParticipants, { listingId }, by)).items;
const capacityOf = async ({ id }: ListingFacts) => (await booking.rows<{ capacity: number }>('SELECT capacity FROM resource WHERE id = $1', [id]))[0]?.capacity;

beforeAll(async () => {
  booking = await RunningBooking.start();
  await booking.host(bookingService);
});
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('A moderator', () => {
  it('is chosen by the host from those who follow, and told once, however often it is said', async () => {
    const event = evening(5);
    const [host, follower, stranger] = [hostOf(event), aFollower(), someone()];
    const appoint = (userId: string, by: Caller) => refusalOf(booking.ask(AppointModerator, { listingId: event.id, userId }, by));
    expect(await appoint(stranger.userId, host)).toBe('not-a-follower');
    expect(await appoint(host.userId, host)).toBe('not-a-follower');
    expect(await appoint(follower.userId, stranger)).toBe('forbidden');
    expect(await appoint(follower.userId, {})).toBe('unauthenticated');
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => appoint(follower.userId, host)))).toEqual(Array(5).fill(undefined));
    expect(await appoint(follower.userId, follower)).toBe('forbidden');
    await waitUntil(() => booking.heard.moderatorWordsOf(follower.userId).length > 0);
    const dismissal = () => refusalOf(booking.ask(DismissModerator, { listingId: event.id, userId: follower.userId }, host));
    expect(await Promise.all([dismissal(), dismissal(), dismissal()])).toEqual([undefined, undefined, undefined]);
    expect(await appoint(follower.userId, host)).toBeUndefined();
    await waitUntil(() => booking.heard.moderatorWordsOf(follower.userId).length === 3);
    expect(booking.heard.moderatorWordsOf(follower.userId)).toEqual(['appointed', 'dismissed', 'appointed']);
    expect(booking.heard.moderators.filter(({ facts }) => facts.userId === follower.userId).map(({ facts }) => facts.version)).toEqual([1, 2, 3]);
    expect(await booking.rows('SELECT 1 FROM moderator WHERE resource_id = $1', [event.id])).toHaveLength(1);
    expect((await booking.ask(FindModerators, { listingId: event.id }, follower)).items.map(({ userId }) => userId)).toEqual([follower.userId]);
  });

  it('helps with events only, and of those that one cannot see there is none', async () => {
    const flat = aListing();
    expect(await refusalOf(booking.ask(AppointModerator, { listingId: flat.id, userId: aFollower().userId }, hostOf(flat)))).toBe('not-found');
    const hidden = evening(5, { details: { ...evening(1).details!, privacy: 'followers' } });
    const [stranger, follower] = [someone(), aFollower()];
    for (const call of [AppointModerator, DismissModerator]) expect(await refusalOf(booking.ask(call, { listingId: hidden.id, userId: follower.userId }, stranger))).toBe('not-found');
    for (const [by, refusal] of [[stranger, 'not-found'], [follower, 'forbidden']] as const) {
      expect(await refusalOf(participants(hidden, by))).toBe(refusal);
      expect(await refusalOf(booking.ask(FindModerators, { listingId: hidden.id }, by))).toBe(refusal);
    }
    expect(await refusalOf(invite(hidden, someone(), stranger))).toBe('not-found');
    expect(await refusalOf(invite(hidden, someone(), follower))).toBe('forbidden');
  });

  it('invites and answers requests, and the facts say who else has to hear of it', async () => {
    const event = evening(5);
    const [moderator, other] = [await aModerator(event), await aModerator(event)];
    const [guest, second, third] = [someone(), someone(), someone()];
    const { id: bookingId } = await ask(event, guest);
    expect((await booking.ask(ConfirmBooking, { bookingId }, moderator)).status).toBe('confirmed');
    expect((await booking.ask(ConfirmBooking, { bookingId }, moderator)).status).toBe('confirmed');
    const { id: refusedId } = await ask(event, second);
    expect((await booking.ask(RejectBooking, { bookingId: refusedId, reason: 'No room for dogs.' }, other)).status).toBe('rejected');
    const { id: invitedId } = await invite(event, third, moderator);
    expect((await booking.ask(AcceptInvitation, { bookingId: invitedId }, third)).status).toBe('confirmed');
    await waitUntil(() => booking.heard.wordsOf(invitedId).length === 2);
    const facts = booking.heard.bookings.filter(({ facts: { id } }) => [bookingId, invitedId].includes(id)).map(({ facts: told }) => [told.action, told.actorId, told.moderatorIds]);
    const both = [moderator.userId, other.userId];
    expect(facts).toEqual(expect.arrayContaining([['confirm', moderator.userId, both], ['invite', moderator.userId, both], ['accept', third.userId, both]]));
    expect((await participants(event, moderator)).map(({ userId, status }) => [userId, status])).toEqual([[guest.userId, 'confirmed'], [third.userId, 'confirmed']]);
  });

  it('may do nothing else: neither add seats, nor call off, begin, end or change what is agreed, nor answer for themselves', async () => {
    const event = evening(1);
    const moderator = await aModerator(event);
    const guest = someone();
    const { id: bookingId } = await ask(event, guest);
    await booking.ask(ConfirmBooking, { bookingId }, moderator);
    for (const call of [CancelBooking, StartBooking, CompleteBooking, MarkNoShow]) expect(await refusalOf(booking.ask(call, { bookingId }, moderator))).toBe('not-your-booking');
    expect(await refusalOf(booking.ask(ChangeBooking, { bookingId, quantity: 2 }, moderator))).toBe('not-your-booking');
    expect(await refusalOf(booking.ask(GetBooking, { bookingId }, moderator))).toBe('not-found');
    expect(await refusalOf(invite(event, someone(), moderator, true))).toBe('forbidden');
    expect(await refusalOf(invite(event, moderator, moderator))).toBe('malformed');
    expect(await refusalOf(invite(event, hostOf(event), moderator))).toBe('own-listing');
    const { id: ownId } = await ask(event, moderator);
    expect(await refusalOf(booking.ask(ConfirmBooking, { bookingId: ownId }, moderator))).toBe('not-your-booking');
    expect((await participants(event, hostOf(event))).map(({ isModerator, status }) => [isModerator, status])).toEqual([[false, 'confirmed'], [true, 'pending']]);
  });

  it('whose rights are taken back has none from that moment on, on any replica, and of a race one side wins', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const event = evening(5);
      const moderator = await aModerator(event);
      const { id: bookingId } = await ask(event, someone());
      const [confirmed] = await Promise.all([
        refusalOf(booking.ask(ConfirmBooking, { bookingId }, moderator)),
        refusalOf(booking.ask(DismissModerator, { listingId: event.id, userId: moderator.userId }, hostOf(event))),
      ]);
      outcomes.add(confirmed ?? 'confirmed');
      const isConfirmed = (await booking.ask(GetBooking, { bookingId }, hostOf(event))).status === 'confirmed';
      expect(isConfirmed).toBe(confirmed === undefined);
      expect(await refusalOf(invite(event, someone(), moderator))).toBe('forbidden');
      expect(await refusalOf(booking.ask(RejectBooking, { bookingId, reason: 'Late.' }, moderator))).toBe('not-found');
    }
    expect([...outcomes].every((outcome) => ['confirmed', 'not-found'].includes(outcome))).toBe(true);
  });

  it('and their host answer one request once, and two invitations for the last seat are one', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const event = evening(1);
      const moderator = await aModerator(event);
      const { id: bookingId } = await ask(event, someone());
      const answers = await Promise.all([refusalOf(booking.ask(ConfirmBooking, { bookingId }, moderator)), refusalOf(booking.ask(RejectBooking, { bookingId, reason: 'Full.' }, hostOf(event)))]);
      expect([...answers].sort()).toEqual(['wrong-status', undefined]);
      const last = evening(1, { ownerId: event.ownerId });
      await booking.ask(AppointModerator, { listingId: last.id, userId: moderator.userId }, hostOf(last));
      const invitations = await Promise.all([refusalOf(invite(last, someone(), moderator)), refusalOf(invite(last, someone(), hostOf(last)))]);
      expect([...invitations].sort()).toEqual(['slot-taken', undefined]);
    }
  });

  it('who deletes their account helps nobody any longer', async () => {
    const event = evening(5);
    const moderator = await aModerator(event);
    await booking.tell(UserDeleted, { id: moderator.userId, version: 2 });
    await waitUntil(async () => (await booking.ask(FindModerators, { listingId: event.id }, hostOf(event))).items.length === 0);
    expect(await refusalOf(invite(event, someone(), moderator))).toBe('forbidden');
  });
});

describe('An invitation that may add a seat', () => {
  it('does so where none is free, once for each guest, also when it is sent again', async () => {
    const event = evening(1);
    const host = hostOf(event);
    const [first, second] = [someone(), someone()];
    await invite(event, first, host, true);
    expect(await capacityOf(event)).toBe(1);
    expect(await refusalOf(invite(event, second, host))).toBe('slot-taken');
    const again = { ...host, idempotencyKey: 'one more' };
    const { id } = await invite(event, second, again, true);
    expect((await invite(event, second, again, true)).id).toBe(id);
    expect(await refusalOf(invite(event, second, host, true))).toBe('already-requested');
    expect(await capacityOf(event)).toBe(2);
  });

  it('finds a seat for each of several at once', async () => {
    const event = evening(2);
    await Promise.all([invite(event, someone(), hostOf(event)), invite(event, someone(), hostOf(event))]);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => refusalOf(invite(event, someone(), hostOf(event), true))));
    expect(outcomes).toEqual(Array(8).fill(undefined));
    expect(await capacityOf(event)).toBe(10);
  });
});

describe('The participants of an event', () => {
  it('are listed page by page in the order in which they came, by status where asked', async () => {
    const event = evening(9);
    const host = hostOf(event);
    const guests = Array.from({ length: 5 }, someone);
    for (const guest of guests) await ask(event, guest);
    const pages: string[][] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await booking.ask(FindParticipants, { listingId: event.id, limit: 2, cursor }, host);
      pages.push(page.items.map(({ userId }) => userId));
      cursor = page.nextCursor;
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(guests.map(({ userId }) => userId));
    const [{ bookingId } = { bookingId: '' }] = await participants(event, host);
    await booking.ask(RejectBooking, { bookingId, reason: 'Full.' }, host);
    expect(await participants(event, host)).toHaveLength(4);
    expect((await booking.ask(FindParticipants, { listingId: event.id, status: 'rejected' }, host)).items).toMatchObject([{ bookingId, userId: guests[0]!.userId, isModerator: false }]);
    expect(await refusalOf(participants(event, someone()))).toBe('forbidden');
    expect(await refusalOf(participants(event, guests[1]!))).toBe('forbidden');
    expect(await refusalOf(booking.ask(FindParticipants, { listingId: event.id, cursor: 'nonsense' }, host))).toBe('malformed');
  });
});
