import { CancelReservation, ChangeReservation, ChangeRoom, FindReservations, FindRooms, GetReservation, RegisterGuest, RemoveRoom } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { type House, RunningHotel, at, day, refusalOf, somebody } from './running-hotel';
import { standInBooking } from './stand-in-booking';

let hotel: RunningHotel;
let house: House;

beforeAll(async () => (hotel = await RunningHotel.start()));
beforeEach(async () => (house = await hotel.open(somebody(), 2)));
afterAll(() => hotel.stop());

const claimOf = (id: string) => standInBooking.claims.find(({ reservationId }) => reservationId === id);

describe('A reservation', () => {
  it('is of a type, with a room that is picked, and has its time claimed', async () => {
    const reservation = await house.reserve(1, 3);
    expect(reservation).toMatchObject({ status: 'confirmed', category: 'standard', beds: 2, isPinned: false, from: day(1), to: day(3), total: { amount: 20_000, currency: 'EUR' } });
    expect(house.roomIds).toContain(reservation.roomId);
    expect([reservation.startsAt, reservation.endsAt]).toEqual([at(1, '14:00'), at(3, '12:00')]);
    expect(claimOf(reservation.id)).toMatchObject({ fromMs: Date.parse(at(1, '14:00')), toMs: Date.parse(at(3, '12:00')) });
  });

  it('is refused when all rooms are taken, and not before', async () => {
    await house.reserve(1, 3);
    await house.reserve(2, 4);
    expect(await refusalOf(house.reserve(2, 3))).toBe('slot-taken');
    await house.reserve(3, 5);
    await house.reserve(4, 6);
  });

  it('for a very room moves those who are not promised theirs, and keeps to it', async () => {
    const loose = await house.reserve(1, 3);
    const pinned = await house.reserve(1, 3, { roomId: loose.roomId });
    expect(pinned).toMatchObject({ isPinned: true, roomId: loose.roomId });
    const moved = await house.ask(GetReservation, { reservationId: loose.id });
    expect(moved.roomId).toBe(house.roomIds.find((id) => id !== loose.roomId));
    expect(await refusalOf(house.reserve(2, 4, { roomId: loose.roomId }))).toBe('slot-taken');
  });

  it('is refused where what was promised to others leaves no room for all of it', async () => {
    await house.reserve(1, 2, { roomId: house.roomIds[0] });
    await house.reserve(2, 3, { roomId: house.roomIds[1] });
    expect(await refusalOf(house.reserve(1, 3))).toBe('slot-taken');
    await house.reserve(2, 3);
  });

  it('moves the calendar with its options, and pays half a day for each', async () => {
    const [roomId] = house.roomIds;
    const late = await house.reserve(1, 2, { roomId, lateCheckOut: '20:00' });
    expect(late).toMatchObject({ total: { amount: 15_000 }, lateCheckOut: '20:00', endsAt: at(2, '20:00') });
    expect(await refusalOf(house.reserve(2, 3, { roomId }))).toBe('slot-taken');
    expect(await refusalOf(house.reserve(2, 3, { roomId, earlyCheckIn: '06:00' }))).toBe('slot-taken');
    await house.reserve(3, 4, { roomId, earlyCheckIn: '06:00' });
    expect(await refusalOf(house.reserve(2, 3, { roomId, earlyCheckIn: '06:00' }))).toBe('slot-taken');
  });

  it('by two desks at once for the last room is made once', async () => {
    await house.reserve(1, 3);
    const asked = await Promise.all([1, 2, 3, 4].map(() => refusalOf(house.reserve(1, 3))));
    expect(asked.sort()).toEqual(['slot-taken', 'slot-taken', 'slot-taken', undefined]);
    expect((await house.ask(FindReservations, {})).items).toHaveLength(2);
  });

  it('is not made where booking has sold the time elsewhere, and leaves no trace in the calendar', async () => {
    standInBooking.takenElsewhere = 2;
    expect(await refusalOf(house.reserve(1, 3))).toBe('slot-taken');
    expect((await house.ask(FindReservations, {})).items).toEqual([]);
    expect(await hotel.rows('SELECT 1 FROM room_assignment JOIN reservation ON reservation.id = reservation_id WHERE hotel_id = $1', [house.id])).toEqual([]);
  });

  it('made twice under one key is one, also when it was refused in between', async () => {
    const by = { ...house.owner, idempotencyKey: newId() };
    standInBooking.takenElsewhere = 2;
    expect(await refusalOf(house.reserve(1, 3, {}, by))).toBe('slot-taken');
    standInBooking.takenElsewhere = 0;
    const first = await house.reserve(1, 3, {}, by);
    await house.ask(CancelReservation, { reservationId: first.id });
    expect(await house.reserve(1, 3, {}, by)).toEqual(first);
    expect(await refusalOf(house.reserve(1, 4, {}, by))).toBe('idempotency-key-reused');
  });

  it('that was left half-way is finished, whichever half', async () => {
    for (const mood of ['away', 'forgetful'] as const) {
      standInBooking.mood = mood;
      expect(await refusalOf(house.reserve(1, 3))).toBe('unavailable');
    }
    expect((await house.ask(FindReservations, {})).items).toEqual([]);
    standInBooking.mood = 'well';
    hotel.clock.set(at(0, '09:01'));
    const { items } = await waitUntil(async () => {
      const found = await house.ask(FindReservations, {});
      return found.items.length === 2 ? found : undefined;
    });
    expect(items.every(({ id, status }) => status === 'confirmed' && claimOf(id) !== undefined)).toBe(true);
  });

  it('is changed by swapping its time in one step, or stays as it is', async () => {
    const reservation = await house.reserve(1, 3);
    await house.reserve(4, 6);
    await house.reserve(4, 6);
    const change = (more: object) => house.ask(ChangeReservation, { reservationId: reservation.id, ...more });
    expect(await refusalOf(change({ to: day(5) }))).toBe('slot-taken');
    expect(await house.ask(GetReservation, { reservationId: reservation.id })).toMatchObject({ from: day(1), to: day(3) });
    expect(await change({ from: day(2), to: day(4), lateCheckOut: '13:00' })).toMatchObject({ from: day(2), to: day(4), total: { amount: 25_000 } });
    expect(claimOf(reservation.id)).toMatchObject({ fromMs: Date.parse(at(2, '14:00')), toMs: Date.parse(at(4, '13:00')) });
    expect(await change({ lateCheckOut: null })).toMatchObject({ endsAt: at(4, '12:00'), total: { amount: 20_000 } });
    expect(await change({ roomId: house.roomIds[1] })).toMatchObject({ isPinned: true, roomId: house.roomIds[1] });
    expect(await refusalOf(change({ from: day(-1) }))).toBe('past');
  });

  it('whose change was left half-way is what was asked for in the end, or what it was', async () => {
    const reservation = await house.reserve(1, 3);
    standInBooking.mood = 'forgetful';
    expect(await refusalOf(house.ask(ChangeReservation, { reservationId: reservation.id, to: day(4) }))).toBe('unavailable');
    standInBooking.mood = 'well';
    expect(await refusalOf(house.ask(CancelReservation, { reservationId: reservation.id }))).toBe('unavailable');
    hotel.clock.set(at(0, '09:01'));
    await waitUntil(async () => (await house.ask(GetReservation, { reservationId: reservation.id })).to === day(4));
  });

  it('is called off once, and its time is free at once, or when booking is back', async () => {
    const [one, other] = [await house.reserve(1, 3), await house.reserve(1, 3)];
    const cancelled = await house.ask(CancelReservation, { reservationId: one.id, reason: 'The train was cancelled.' });
    expect(cancelled).toMatchObject({ status: 'cancelled', reason: 'The train was cancelled.' });
    expect(await house.ask(CancelReservation, { reservationId: one.id })).toEqual(cancelled);
    expect(claimOf(one.id)).toBeUndefined();
    standInBooking.mood = 'away';
    await house.ask(CancelReservation, { reservationId: other.id });
    expect(claimOf(other.id)).toBeDefined();
    standInBooking.mood = 'well';
    hotel.clock.set(at(0, '09:01'));
    await waitUntil(() => claimOf(other.id) === undefined);
  });

  it('is made by visitors for themselves, who see and change their own alone', async () => {
    const [visitor, stranger] = [somebody(), somebody()];
    const guest = await house.ask(RegisterGuest, { firstName: 'Ada', lastName: 'King', birthDate: '1955-12-10', phone: '+37120000001' }, visitor);
    const own = await house.reserve(1, 3, {}, visitor);
    expect(own).toMatchObject({ userId: visitor.userId, guestId: guest.id, guestName: 'Ada King' });
    await house.reserve(1, 3);
    expect((await house.ask(FindReservations, {}, visitor)).items).toEqual([own]);
    expect((await house.ask(FindReservations, {}, stranger)).items).toEqual([]);
    expect((await house.ask(FindReservations, { q: 'kin ada' })).items).toEqual([own]);
    expect(await refusalOf(house.ask(GetReservation, { reservationId: own.id }, stranger))).toBe('forbidden');
    expect(await refusalOf(house.ask(CancelReservation, { reservationId: own.id }, stranger))).toBe('forbidden');
    expect(await refusalOf(house.reserve(1, 3, { guestId: guest.id }, stranger))).toBe('forbidden');
    expect(await house.ask(CancelReservation, { reservationId: own.id }, visitor)).toMatchObject({ status: 'cancelled' });
  });

  it('is of a room that is there, is priced, and has not gone by', async () => {
    expect(await refusalOf(house.reserve(1, 3, { roomId: newId() }))).toBe('not-found');
    expect(await refusalOf(house.reserve(1, 3, { category: 'luxury' }))).toBe('not-found');
    expect(await refusalOf(house.reserve(1, 3, { category: undefined }))).toBe('no-room-named');
    expect(await refusalOf(house.reserve(-1, 1))).toBe('past');
    expect(await refusalOf(house.reserve(2, 2))).toBe('too-short');
    expect(await refusalOf(house.reserve(1, 3, { guestId: newId() }))).toBe('not-found');
  });

  it('moves to another room where its own is taken out of the hotel, or keeps it there', async () => {
    const loose = await house.reserve(1, 3);
    await house.ask(RemoveRoom, { roomId: loose.roomId! });
    const moved = await house.ask(GetReservation, { reservationId: loose.id });
    expect(moved.roomId).toBe(house.roomIds.find((id) => id !== loose.roomId));
    expect(await refusalOf(house.ask(RemoveRoom, { roomId: moved.roomId! }))).toBe('room-reserved');
    const luxury = { number: '999', floor: 1, category: 'luxury', beds: 2, minibar: false } as const;
    expect(await refusalOf(house.ask(ChangeRoom, { roomId: moved.roomId!, ...luxury }))).toBe('room-reserved');
    await house.ask(CancelReservation, { reservationId: loose.id });
    await house.ask(RemoveRoom, { roomId: moved.roomId! });
  });

  it('may be of a guest whose booking has not been heard of: their room stays', async () => {
    standInBooking.takenElsewhere = house.roomIds.length;
    expect(await refusalOf(house.ask(RemoveRoom, { roomId: house.roomIds[0]! }))).toBe('room-reserved');
    standInBooking.takenElsewhere = 0;
    standInBooking.mood = 'away';
    expect(await refusalOf(house.ask(RemoveRoom, { roomId: house.roomIds[0]! }))).toBe('unavailable');
    expect((await house.ask(FindRooms, {})).items).toHaveLength(house.roomIds.length);
  });

  it('of a list comes in pages by arrival, and is found by status, time and guest', async () => {
    const [second, first] = [await house.reserve(3, 5), await house.reserve(1, 2)];
    const page = await house.ask(FindReservations, { limit: 1 });
    expect(page.items).toEqual([first]);
    expect((await house.ask(FindReservations, { limit: 1, cursor: page.nextCursor! })).items).toEqual([second]);
    expect((await house.ask(FindReservations, { from: day(2) })).items).toEqual([second]);
    expect((await house.ask(FindReservations, { to: day(3) })).items).toEqual([first]);
    expect((await house.ask(FindReservations, { status: 'cancelled' })).items).toEqual([]);
    expect((await house.ask(FindReservations, { q: first.roomNumber })).items).toContainEqual(first);
  });
});
