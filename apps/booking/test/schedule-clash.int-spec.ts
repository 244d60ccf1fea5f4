import { AcceptInvitation, CancelBooking, ConfirmBooking, GetBooking, InviteGuest, PlaceBooking } from '@bookable/contracts-booking';
import { ListingChanged, type ListingFacts, ListingPublished } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { bookingService } from '../src/booking.module';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day, followers } from './stand-in-catalog';

const ROUNDS = 200;
const ROUNDS_AT_ONCE = 10;
let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const hostOf = ({ ownerId }: ListingFacts) => ({ userId: ownerId });

/** An event on an evening some days from now, between two hours of UTC. */
function evening(from: string, to: string, differences: Partial<ListingFacts> = {}, fromToday = 9): ListingFacts {
  const at = (time: string) => `${day(fromToday)}T${time}:00.000Z`;
  return anEvent(10, { details: { startsAt: at(from), endsAt: at(to), privacy: 'everyone', paid: true }, ...differences });
}

const onRequest = { booking: { approval: 'request' } } as const;
const ask = ({ id: listingId }: ListingFacts, guest: { userId: string }) => booking.ask(PlaceBooking, { listingId }, guest);
const invite = ({ id: listingId, ownerId }: ListingFacts, { userId }: { userId: string }) => {
  followers.add(userId);
  return booking.ask(InviteGuest, { listingId, userId }, { userId: ownerId });
};
const doubts = async (bookingId: string) => (await booking.rows<{ is_in_doubt: boolean }>('SELECT is_in_doubt FROM personal_time WHERE booking_id = $1', [bookingId]))[0]?.is_in_doubt;

beforeAll(async () => {
  booking = await RunningBooking.start();
  await booking.host(bookingService);
});
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('Nobody is in two places', () => {
  it('so whoever is confirmed at an event can ask for none at the same time, and is told which one is in the way', async () => {
    const guest = someone();
    const first = evening('18:00', '21:00');
    await ask(first, guest);
    const clash = await ask(evening('20:59', '23:00'), guest).catch((error: unknown) => error);
    expect(clash).toMatchObject({ problem: { code: 'schedule-clash' }, facts: { otherListingId: first.id } });
    expect(await refusalOf(ask(evening('19:00', '20:00', onRequest), guest))).toBe('schedule-clash');
  });

  it('though events that only touch are one evening', async () => {
    const guest = someone();
    await ask(evening('18:00', '21:00'), guest);
    expect(await refusalOf(ask(evening('21:00', '23:00'), guest))).toBeUndefined();
    expect(await refusalOf(ask(evening('16:00', '18:00'), guest))).toBeUndefined();
  });

  it('nor at an event of others while hosting one', async () => {
    const own = evening('18:00', '21:00');
    await booking.tell(ListingPublished, own);
    await waitUntil(async () => (await booking.rows('SELECT 1 FROM resource WHERE id = $1', [own.id])).length === 1);
    expect(await refusalOf(ask(evening('20:00', '22:00'), hostOf(own)))).toBe('schedule-clash');
  });

  it('but may stay in a flat meanwhile, and ask for two events on request', async () => {
    const guest = someone();
    await ask(evening('18:00', '21:00'), guest);
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: aListing().id, from: day(8), to: day(12) }, guest))).toBeUndefined();
    const other = someone();
    const [one, two] = [evening('18:00', '21:00', onRequest), evening('18:00', '21:00', onRequest)];
    const { id: bookingId } = await ask(one, other);
    const { id: secondId } = await ask(two, other);
    await booking.ask(ConfirmBooking, { bookingId }, hostOf(one));
    const late = await booking.ask(ConfirmBooking, { bookingId: secondId }, hostOf(two)).catch((error: unknown) => error);
    expect(late).toMatchObject({ problem: { code: 'schedule-clash' }, facts: {} });
    expect((await booking.ask(GetBooking, { bookingId: secondId }, other)).status).toBe('pending');
    await booking.ask(CancelBooking, { bookingId }, other);
    expect((await booking.ask(ConfirmBooking, { bookingId: secondId }, hostOf(two))).status).toBe('confirmed');
  });

  it('and gets the same answer again for a booking that was made, whatever has come since', async () => {
    const guest = { ...someone(), idempotencyKey: 'again' };
    const event = evening('18:00', '21:00');
    const { id } = await ask(event, guest);
    expect((await ask(event, guest)).id).toBe(id);
  });
});

describe('An event that is moved', () => {
  it('takes its guests along, and keeps those in doubt who have other plans by then', async () => {
    const [busy, free] = [someone(), someone()];
    const moved = evening('14:00', '16:00');
    const other = evening('18:00', '21:00');
    const [{ id: busyAt }, { id: freeAt }] = [await ask(moved, busy), await ask(moved, free)];
    await ask(other, busy);
    const later = { ...moved, version: 2, details: { ...moved.details!, startsAt: other.details!.startsAt, endsAt: other.details!.endsAt } };
    await booking.tell(ListingChanged, later);
    await waitUntil(async () => await doubts(busyAt));
    expect(await doubts(freeAt)).toBe(false);
    expect((await booking.ask(GetBooking, { bookingId: busyAt }, busy)).status).toBe('confirmed');
    expect(await refusalOf(ask(evening('19:00', '20:00'), free))).toBe('schedule-clash');
    expect(await refusalOf(ask(evening('14:00', '16:00'), free))).toBeUndefined();
    await booking.tell(ListingChanged, { ...moved, version: 3 });
    await waitUntil(async () => (await doubts(busyAt)) === false);
  });

  it('and one that its host publishes over their own plans put those in doubt', async () => {
    const host = someone();
    const { id } = await ask(evening('18:00', '21:00'), host);
    await booking.tell(ListingPublished, evening('20:00', '22:00', { ownerId: host.userId }));
    await waitUntil(async () => await doubts(id));
  });
});

describe('Two that clash', () => {
  const outcomes = async (calls: readonly Promise<unknown>[]) => (await Promise.all(calls.map(refusalOf))).map((refusal) => refusal ?? 'confirmed').sort();

  /** Many rounds, a few at a time, each with people of its own. */
  async function rounds(round: () => Promise<string[]>): Promise<string[][]> {
    const all: string[][] = [];
    for (let done = 0; done < ROUNDS; done += ROUNDS_AT_ONCE) all.push(...(await Promise.all(Array.from({ length: ROUNDS_AT_ONCE }, round))));
    return all;
  }

  it('are never both accepted, however they meet: of two invitations exactly one wins', async () => {
    const all = await rounds(async () => {
      const guest = someone();
      const [{ id: first }, { id: second }] = await Promise.all([invite(evening('18:00', '21:00'), guest), invite(evening('20:00', '23:00'), guest)]);
      return outcomes([booking.ask(AcceptInvitation, { bookingId: first }, guest), booking.ask(AcceptInvitation, { bookingId: second }, guest)]);
    });
    expect(new Set(all.map((round) => round.join()))).toEqual(new Set(['confirmed,schedule-clash']));
  });

  it('are never both booked at once, nor one booked while the other is confirmed', async () => {
    const all = await rounds(async () => {
      const guest = someone();
      const [one, two, third] = [evening('18:00', '21:00'), evening('20:00', '23:00'), evening('20:30', '22:00', onRequest)];
      const { id: bookingId } = await ask(third, guest);
      return outcomes([ask(one, guest), ask(two, guest), booking.ask(ConfirmBooking, { bookingId }, hostOf(third))]);
    });
    expect(new Set(all.map((round) => round.join()))).toEqual(new Set(['confirmed,schedule-clash,schedule-clash']));
  });

  it('cannot be both confirmed by any SQL', async () => {
    const guest = someone();
    const [one, two] = [evening('18:00', '21:00'), evening('20:00', '23:00', onRequest)];
    const { id } = await ask(two, guest);
    await ask(one, guest);
    await expect(booking.rows(`UPDATE booking SET status = 'confirmed' WHERE id = $1`, [id])).rejects.toThrow('nobody_is_in_two_places');
  });
});
