import { AppointModerator, CancelBooking, ConfirmBooking, type EventMoveNewsFacts, InviteGuest, PlaceBooking, RejectBooking } from '@bookable/contracts-booking';
import { EventMoved, type ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking } from './running-booking';
import { anEvent, day, followers } from './stand-in-catalog';

const someone = () => ({ userId: newId() });
const SPANS = { from: '2099-12-06T19:00:00.000Z', to: '2099-12-06T22:00:00.000Z', fromBefore: '2099-12-05T18:00:00.000Z', toBefore: '2099-12-05T21:00:00.000Z' };

describe('an event that its host moves', () => {
  let booking: RunningBooking;
  let evenings = 0;
  beforeAll(async () => {
    booking = await RunningBooking.start();
  });
  afterAll(() => booking.stop());

  const evening = (): ListingFacts => {
    const date = day(9 + (evenings += 1));
    return anEvent(20, { booking: { approval: 'request' }, details: { startsAt: `${date}T18:00:00.000Z`, endsAt: `${date}T21:00:00.000Z`, privacy: 'everyone', paid: false } });
  };
  const hostOf = ({ ownerId }: ListingFacts) => ({ userId: ownerId });
  const ask = async ({ id: listingId }: ListingFacts, guest = someone()) => ({ ...guest, bookingId: (await booking.ask(PlaceBooking, { listingId }, guest)).id });
  const aFollower = () => {
    const follower = someone();
    followers.add(follower.userId);
    return follower;
  };
  const invite = async (event: ListingFacts, guest = aFollower()) => {
    await booking.ask(InviteGuest, { listingId: event.id, userId: guest.userId }, hostOf(event));
    return guest;
  };
  const guestOf = async (event: ListingFacts) => {
    const guest = await ask(event);
    await booking.ask(ConfirmBooking, { bookingId: guest.bookingId }, hostOf(event));
    return guest;
  };
  const move = (event: ListingFacts, differences: { followersOnly?: boolean; messageId?: string; version?: number } = {}) => {
    const { followersOnly = false, version = 2, messageId } = differences;
    return booking.tell(EventMoved, { listingId: event.id, ownerId: event.ownerId, title: event.title, timeZone: event.timeZone, ...SPANS, followersOnly, version }, messageId);
  };
  const news = async ({ id }: ListingFacts, version = 2): Promise<EventMoveNewsFacts> =>
    waitUntil(() => booking.heard.moves.find((facts) => facts.listingId === id && facts.version === version), { that: 'the move is told' });
  const sorted = (people: readonly { userId: string }[]) => people.map(({ userId }) => userId).sort();

  it('is told to those who come, are invited, have asked or help, each as what they are, and to nobody who is out', async () => {
    const event = evening();
    const [guest, other, asking, invited, helper, coming] = [await guestOf(event), await guestOf(event), await ask(event), await invite(event), aFollower(), aFollower()];
    for (const { userId } of [helper, coming]) await booking.ask(AppointModerator, { listingId: event.id, userId }, hostOf(event));
    const comingToo = await ask(event, coming);
    await booking.ask(ConfirmBooking, { bookingId: comingToo.bookingId }, hostOf(event));
    const [refused, gone] = [await ask(event), await ask(event)];
    await booking.ask(RejectBooking, { bookingId: refused.bookingId, reason: 'Full.' }, hostOf(event));
    await booking.ask(CancelBooking, { bookingId: gone.bookingId }, gone);
    await move(event);
    const told = await news(event);
    expect(told).toMatchObject({ ...SPANS, listingTitle: event.title, ownerId: event.ownerId, version: 2 });
    expect([told.guestIds, told.invitedIds, told.askingIds, told.helperIds].map((ids) => [...ids].sort())).toEqual([sorted([guest, other, coming]), sorted([invited]), sorted([asking]), sorted([helper])]);
  });

  it('of an event for followers is told to those alone who come, help or follow', async () => {
    const event = evening();
    const [guest, stranger, follower, invited] = [await guestOf(event), await ask(event), aFollower(), await invite(event)];
    await ask(event, follower);
    followers.delete(invited.userId);
    await move(event, { followersOnly: true });
    const told = await news(event);
    expect(told).toMatchObject({ guestIds: [guest.userId], askingIds: [follower.userId], invitedIds: [], helperIds: [] });
    expect(JSON.stringify(told)).not.toContain(stranger.userId);
  });

  it('is told once however often it is heard, and not at all where there is nobody to tell', async () => {
    const [event, empty] = [evening(), evening()];
    await ask(event);
    await booking.ask(AppointModerator, { listingId: empty.id, userId: aFollower().userId }, hostOf(empty));
    const messageId = newId();
    for (let time = 0; time < 20; time += 1) await move(event, { messageId });
    await move(event, { version: 3 });
    await news(event, 3);
    expect(booking.heard.moves.filter(({ listingId }) => listingId === event.id).map(({ version }) => version)).toEqual([2, 3]);
    const nobody = evening();
    await move(nobody);
    await move(empty);
    await news(empty);
    expect(booking.heard.moves.filter(({ listingId }) => listingId === nobody.id)).toEqual([]);
  });
});
