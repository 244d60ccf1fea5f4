import {
  AcceptChange, CancelBooking, ChangeBooking, CloseResource, ConfirmBooking, GetAvailability, GetBooking, GetQuote, PlaceBooking, PlaceHold, RejectChange,
} from '@bookable/contracts-booking';
import { type ListingFacts, ListingChanged } from '@bookable/contracts-catalog';
import { UserDeleted } from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const at = (time: string) => `${day(5)}T${time}:00Z`;
const hours = (from: string, to: string) => ({ from: at(from), to: at(to) });

/** A desk room and its projectors, of one owner. */
function roomAndProjectors(differences: Partial<ListingFacts> = {}): { room: ListingFacts; projector: ListingFacts; owner: { userId: string } } {
  const parts = { kind: 'workspace', ownerId: newId(), timeZone: 'UTC', price: { currency: 'EUR', per: 'hour', amount: 1_000 }, ...differences } as const;
  const room = aListing({ ...parts, title: 'Room' });
  const projector = aListing({ ...parts, title: 'Projector', capacity: 2, price: { currency: 'EUR', per: 'hour', amount: 300 } });
  return { room, projector, owner: { userId: parts.ownerId } };
}
const taken = async ({ id }: ListingFacts): Promise<number> =>
  Number((await booking.rows<{ taken: string | null }>('SELECT sum(quantity) AS taken FROM claim WHERE resource_id = $1', [id]))[0]!.taken ?? 0);

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('Several resources in one booking', () => {
  it('are claimed together, priced in one quote, and released together', async () => {
    const { room, projector } = roomAndProjectors();
    const renter = someone();
    const placed = await booking.ask(PlaceBooking, { listingId: room.id, ...hours('10:00', '12:00'), beside: [{ listingId: projector.id, quantity: 2 }] }, renter);
    expect(placed).toMatchObject({ total: { amount: 2_000 + 1_200 }, beside: [{ listingId: projector.id, quantity: 2 }] });
    expect(placed.quote.lines.map(({ listingId, amount }) => [listingId, amount])).toEqual([[undefined, 2_000], [projector.id, 1_200]]);
    expect(JSON.stringify(await booking.ask(GetBooking, { bookingId: placed.id }, renter))).toBe(JSON.stringify(placed));
    expect([await taken(room), await taken(projector)]).toEqual([1, 2]);
    await waitUntil(() => booking.heard.profileOf(projector.id)?.segments[0]?.free === 0);
    await booking.ask(CancelBooking, { bookingId: placed.id }, renter);
    expect([await taken(room), await taken(projector)]).toEqual([0, 0]);
    await waitUntil(() => booking.heard.profileOf(projector.id)?.segments.length === 0);
  });

  it('are quoted together beforehand, and free only where each of them is', async () => {
    const { room, projector } = roomAndProjectors();
    const quote = (quantity: number) => booking.ask(GetQuote, { listingId: room.id, ...hours('10:00', '12:00'), beside: [{ listingId: projector.id, quantity }] }, someone());
    const placed = await booking.ask(PlaceBooking, { listingId: room.id, ...hours('08:00', '10:00'), beside: [{ listingId: projector.id }] }, someone());
    const { available, ...quoted } = await quote(1);
    expect([available, quoted]).toEqual([true, placed.quote]);
    await booking.ask(PlaceBooking, { listingId: projector.id, ...hours('11:00', '12:00') }, someone());
    expect([(await quote(1)).available, (await quote(2)).available]).toEqual([true, false]);
    expect(await refusalOf(quote(3))).toBe('over-capacity');
    expect(await refusalOf(booking.ask(GetQuote, { listingId: room.id, ...hours('10:00', '12:00'), beside: [{ listingId: roomAndProjectors().projector.id }] }))).toBe('malformed');
  });

  it('are had all or none', async () => {
    const { room, projector } = roomAndProjectors();
    await booking.ask(PlaceBooking, { listingId: projector.id, ...hours('11:00', '12:00') }, someone());
    const both = (quantity: number) => refusalOf(booking.ask(PlaceBooking, { listingId: room.id, ...hours('10:00', '12:00'), beside: [{ listingId: projector.id, quantity }] }, someone()));
    expect([await both(2), await taken(room), await taken(projector)]).toEqual(['slot-taken', 0, 1]);
    expect([await both(1), await taken(room), await taken(projector)]).toEqual([undefined, 1, 2]);
  });

  it('leave the hold as it was where what is beside it is taken', async () => {
    const { room, projector } = roomAndProjectors();
    const renter = someone();
    const { id: holdId } = await booking.ask(PlaceHold, { listingId: room.id, ...hours('10:00', '12:00') }, renter);
    await booking.ask(PlaceBooking, { listingId: projector.id, ...hours('11:00', '12:00'), quantity: 2 }, someone());
    const take = (beside?: { listingId: string }[]) => refusalOf(booking.ask(PlaceBooking, { listingId: room.id, holdId, beside }, renter));
    expect(await take([{ listingId: projector.id }])).toBe('slot-taken');
    expect(await booking.rows('SELECT kind FROM claim WHERE resource_id = $1', [room.id])).toEqual([{ kind: 'hold' }]);
    expect(await take()).toBeUndefined();
  });

  it('are of one owner, let by the same unit of time, and each named once', async () => {
    const { room, projector, owner } = roomAndProjectors();
    const refused = (other: ListingFacts, ...more: ListingFacts[]) =>
      refusalOf(booking.ask(PlaceBooking, { listingId: room.id, ...hours('10:00', '12:00'), beside: [other, ...more].map(({ id }) => ({ listingId: id })) }, someone()));
    expect(await refused(roomAndProjectors().projector)).toBe('malformed');
    expect(await refused(aListing({ ownerId: owner.userId }))).toBe('malformed');
    expect(await refused(room)).toBe('malformed');
    expect(await refused(projector, projector)).toBe('malformed');
    expect(await refused(aListing({ ...projector, id: newId(), price: { ...projector.price, currency: 'USD' } }))).toBe('malformed');
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: room.id, ...hours('10:00', '12:00'), beside: [{ listingId: newId() }] }, someone()))).toBe('not-found');
    const event = anEvent(3);
    expect(await refusalOf(booking.ask(PlaceBooking, { listingId: event.id, beside: [{ listingId: anEvent(3, { ownerId: event.ownerId }).id }] }, someone()))).toBe('malformed');
  });

  it('keep to the rules and prices that each has now', async () => {
    const { room, projector } = roomAndProjectors();
    const both = () => booking.ask(PlaceBooking, { listingId: room.id, ...hours('10:00', '12:00'), beside: [{ listingId: projector.id }] }, someone());
    await booking.ask(GetAvailability, { listingId: projector.id, ...hours('10:00', '12:00') });
    await booking.tell(ListingChanged, { ...projector, price: { ...projector.price, amount: 400 }, booking: { approval: 'instant', minUnits: 3 }, version: 2 });
    await waitUntil(async () => (await refusalOf(both())) === 'too-short');
  });

  it('are changed together, at once or by agreement, and never half', async () => {
    const { room, projector, owner } = roomAndProjectors({ booking: { approval: 'request' } });
    const renter = someone();
    const { id: bookingId } = await booking.ask(PlaceBooking, { listingId: room.id, ...hours('10:00', '12:00'), beside: [{ listingId: projector.id, quantity: 2 }] }, renter);
    const times = () => booking.rows(`SELECT DISTINCT to_char(lower(range_agg(during)) AT TIME ZONE 'UTC', 'HH24:MI') || '–' || to_char(upper(range_agg(during)) AT TIME ZONE 'UTC', 'HH24:MI') AS time FROM claim WHERE booking_id = $1 GROUP BY resource_id`, [bookingId]);
    await booking.ask(ChangeBooking, { bookingId, ...hours('11:00', '13:00') }, renter);
    expect(await times()).toEqual([{ time: '11:00–13:00' }]);
    await booking.ask(ConfirmBooking, { bookingId }, owner);
    await booking.ask(ChangeBooking, { bookingId, ...hours('12:00', '15:00') }, renter);
    expect(await times()).toEqual([{ time: '11:00–15:00' }]);
    const accepted = await booking.ask(AcceptChange, { bookingId }, owner);
    expect([accepted.total.amount, await times()]).toEqual([3_000 + 1_800, [{ time: '12:00–15:00' }]]);
    await booking.ask(PlaceBooking, { listingId: projector.id, ...hours('15:00', '16:00') }, someone());
    expect(await refusalOf(booking.ask(ChangeBooking, { bookingId, ...hours('12:00', '16:00') }, owner))).toBe('slot-taken');
    await booking.ask(ChangeBooking, { bookingId, ...hours('12:00', '14:00') }, owner);
    await booking.ask(RejectChange, { bookingId }, renter);
    expect(await times()).toEqual([{ time: '12:00–15:00' }]);
  });

  it('asked for by many at once, from both sides, neither deadlock nor oversell', async () => {
    const { room, projector } = roomAndProjectors();
    const [rooms, projectors] = [room, projector].map((one) => ({ ...one, id: newId(), capacity: 6 }));
    const [a, b] = [aListing(rooms), aListing(projectors)];
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => {
      const [main, other] = index % 2 === 0 ? [a, b] : [b, a];
      return refusalOf(booking.ask(PlaceBooking, { listingId: main.id, ...hours('10:00', '12:00'), beside: [{ listingId: other.id }] }, someone()));
    }));
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(6);
    expect(new Set(outcomes)).toEqual(new Set([undefined, 'slot-taken']));
  });

  it('start and complete with the booking, and keep what is beside it from being closed', async () => {
    const { room, projector, owner } = roomAndProjectors({ booking: { approval: 'request' } });
    const renter = someone();
    const place = async (from: string, to: string) =>
      (await booking.ask(PlaceBooking, { listingId: room.id, ...hours(from, to), beside: [{ listingId: projector.id }] }, renter)).id;
    const [agreed, asked] = [await place('10:00', '12:00'), await place('13:00', '14:00')];
    await booking.ask(ConfirmBooking, { bookingId: agreed }, owner);
    expect(await refusalOf(booking.ask(CloseResource, { listingId: projector.id }, owner))).toBe('has-bookings');
    booking.clock.set(at('12:30'));
    const statusOf = async (bookingId: string) => (await booking.ask(GetBooking, { bookingId }, renter)).status;
    await waitUntil(async () => (await statusOf(agreed)) === 'completed');
    booking.clock.set(new Date());
    expect(await taken(projector)).toBeLessThanOrEqual(1);
    await booking.ask(CloseResource, { listingId: projector.id }, owner);
    expect(['rejected', 'expired']).toContain(await statusOf(asked));
    expect([await taken(room), await taken(projector)]).toEqual([0, 0]);
  });

  it('end with the account of who rents or lets them', async () => {
    const { room, projector, owner } = roomAndProjectors();
    await booking.ask(PlaceBooking, { listingId: room.id, ...hours('10:00', '12:00'), beside: [{ listingId: projector.id }] }, someone());
    await booking.tell(UserDeleted, { id: owner.userId } as never);
    await waitUntil(async () => (await taken(room)) + (await taken(projector)) === 0);
  });
});
