import {
  CancelGroup, CancelReservation, ChangeGroup, ChangeReservation, CheckInGroup, CheckOut, CheckOutGroup, FindHousekeeping, FindInHouse, FindReservations, GetGroup, GetRevenueReport, type GroupRoom, RegisterGuest,
  type ReservationGroupView, ReserveGroup, type ReserveGroupRequest,
} from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { type Caller, type House, RunningHotel, at, day, refusalOf, somebody } from './running-hotel';
import { standInBooking } from './stand-in-booking';

let hotel: RunningHotel;
let house: House;
beforeAll(async () => (hotel = await RunningHotel.start()));
beforeEach(async () => (house = await hotel.open(somebody(), 4)));
afterAll(() => hotel.stop());

const DOUBLE: GroupRoom = { category: 'standard', beds: 2 };
const doubles = (count: number): GroupRoom[] => Array.from({ length: count }, () => DOUBLE);
const reserve = (from: number, to: number, rooms: GroupRoom[], more: Partial<ReserveGroupRequest> = {}, by?: Caller) =>
  house.ask(ReserveGroup, { from: day(from), to: day(to), rooms, ...more }, by);
const claimsOf = ({ reservations }: ReservationGroupView) => standInBooking.claims.filter(({ reservationId }) => reservations.some(({ id }) => id === reservationId));
const stands = async () => (await house.ask(FindReservations, { status: 'confirmed' })).items.length;

describe('A group of rooms', () => {
  it('is reserved as one: each room is a reservation with its time claimed, and all have one total', async () => {
    const group = await reserve(1, 3, [...doubles(2), { roomId: house.roomIds[0], note: 'By the lift.' }]);
    expect(group).toMatchObject({ hotelId: house.id, total: { amount: 60_000, currency: 'EUR' }, paid: { amount: 0 } });
    expect(group.reservations.map(({ status, isPinned, note, groupId }) => [status, isPinned, note, groupId])).toEqual([
      ['confirmed', false, undefined, group.id], ['confirmed', false, undefined, group.id], ['confirmed', true, 'By the lift.', group.id],
    ]);
    expect(group.reservations[2]!.roomId).toBe(house.roomIds[0]);
    expect(new Set(group.reservations.map(({ roomId }) => roomId)).size).toBe(3);
    expect(claimsOf(group)).toHaveLength(3);
    expect(await house.ask(GetGroup, { groupId: group.id })).toEqual(group);
  });

  it('is had whole or not at all, also where booking has sold one of the rooms elsewhere', async () => {
    await house.reserve(1, 2);
    expect(await refusalOf(reserve(1, 2, doubles(4)))).toBe('slot-taken');
    standInBooking.takenElsewhere = 1;
    expect(await refusalOf(reserve(1, 2, doubles(3)))).toBe('slot-taken');
    standInBooking.takenElsewhere = 0;
    expect(await stands()).toBe(1);
    expect(claimsOf(await reserve(1, 2, doubles(3)))).toHaveLength(3);
  });

  it('made twice under one key is one, also when it was refused in between', async () => {
    const by = { ...house.owner, idempotencyKey: newId() };
    standInBooking.takenElsewhere = 3;
    expect(await refusalOf(reserve(1, 2, doubles(2), {}, by))).toBe('slot-taken');
    expect(await stands()).toBe(0);
    standInBooking.takenElsewhere = 0;
    const group = await reserve(1, 2, doubles(2), {}, by);
    expect(await reserve(1, 2, doubles(2), {}, by)).toEqual(group);
    expect(await stands()).toBe(2);
  });

  it('that was left half-way is finished by whoever comes by, whole', async () => {
    const by = { ...house.owner, idempotencyKey: newId() };
    standInBooking.mood = 'forgetful';
    expect(await refusalOf(reserve(1, 2, doubles(3), {}, by))).toBe('unavailable');
    expect(await stands()).toBe(0);
    standInBooking.mood = 'well';
    hotel.clock.set(at(0, '09:01'));
    await waitUntil(async () => (await stands()) === 3);
    expect((await reserve(1, 2, doubles(3), {}, by)).reservations).toHaveLength(3);
  });

  it('of two that want the last rooms at once one has them all', async () => {
    const asked = await Promise.all([doubles(3), doubles(3), doubles(2)].map((rooms) => refusalOf(reserve(1, 2, rooms))));
    expect(asked.filter((code) => code === undefined)).toHaveLength(1);
    expect(asked.filter((code) => code === 'slot-taken')).toHaveLength(2);
  });

  it('is changed whole, or stays as it was; one of its rooms alone changes no other', async () => {
    const group = await reserve(1, 3, doubles(3));
    await house.reserve(3, 4);
    await house.reserve(3, 4);
    expect(await refusalOf(house.ask(ChangeGroup, { groupId: group.id, to: day(4) }))).toBe('slot-taken');
    expect((await house.ask(GetGroup, { groupId: group.id })).total).toEqual(group.total);
    standInBooking.takenElsewhere = 2;
    expect(await refusalOf(house.ask(ChangeGroup, { groupId: group.id, from: day(0) }))).toBe('slot-taken');
    standInBooking.takenElsewhere = 0;
    const longer = await house.ask(ChangeGroup, { groupId: group.id, from: day(0) });
    expect(longer.reservations.map(({ from, to }) => [from, to])).toEqual(group.reservations.map(() => [day(0), day(3)]));
    expect(longer.total).toEqual({ amount: 90_000, currency: 'EUR' });
    await house.ask(ChangeReservation, { reservationId: group.reservations[0]!.id, to: day(2) });
    const one = await house.ask(GetGroup, { groupId: group.id });
    expect(one.reservations.map(({ to }) => to)).toEqual([day(2), day(3), day(3)]);
    expect(one.total).toEqual({ amount: 80_000, currency: 'EUR' });
  });

  it('is called off room by room, or what is left of it at once, and once', async () => {
    const group = await reserve(1, 2, doubles(3));
    await house.ask(CancelReservation, { reservationId: group.reservations[1]!.id });
    expect((await house.ask(GetGroup, { groupId: group.id })).total).toEqual({ amount: 20_000, currency: 'EUR' });
    const gone = await house.ask(CancelGroup, { groupId: group.id, reason: 'The fair was put off.' });
    expect(gone.reservations.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(await house.ask(CancelGroup, { groupId: group.id })).toEqual(gone);
    expect(claimsOf(group)).toEqual([]);
    expect(await refusalOf(house.ask(CheckInGroup, { groupId: group.id }))).toBe('wrong-status');
    expect(await refusalOf(house.ask(ChangeGroup, { groupId: group.id, to: day(4) }))).toBe('wrong-status');
  });

  it('comes in at once, pays for all of it once, and leaves at once or one by one', async () => {
    const group = await reserve(0, 1, doubles(3));
    const inside = await house.ask(CheckInGroup, { groupId: group.id, payment: { method: 'card', amount: 25_000 } });
    expect(inside.reservations.map(({ status, paid: { amount } }) => [status, amount])).toEqual([['in_progress', 10_000], ['in_progress', 10_000], ['in_progress', 5_000]]);
    expect(await house.ask(CheckInGroup, { groupId: group.id, payment: { method: 'card', amount: 25_000 } })).toEqual(inside);
    expect((await house.ask(FindInHouse, {})).items).toHaveLength(3);
    expect((await house.ask(GetRevenueReport, { from: day(0), to: day(1), by: 'day' })).total.revenue).toEqual({ amount: 25_000, currency: 'EUR' });
    await house.ask(CheckOut, { reservationId: group.reservations[0]!.id });
    const left = await house.ask(CheckOutGroup, { groupId: group.id });
    expect(left.reservations.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
    expect(left.paid).toEqual({ amount: 25_000, currency: 'EUR' });
    expect((await house.ask(FindHousekeeping, {})).items).toHaveLength(3);
    expect(await house.ask(CheckOutGroup, { groupId: group.id })).toEqual(left);
  });

  it('is let in whole or not at all', async () => {
    const dirty = await house.guest(0, 1, { roomId: house.roomIds[0] });
    await house.ask(CheckOut, { reservationId: dirty.id });
    const group = await reserve(0, 1, [DOUBLE, { roomId: house.roomIds[0] }]);
    expect(await refusalOf(house.ask(CheckInGroup, { groupId: group.id }))).toBe('room-not-clean');
    expect((await house.ask(FindInHouse, {})).items).toEqual([]);
    const inside = await house.ask(CheckInGroup, { groupId: group.id, overrideReason: 'They have come early.' });
    expect(inside.paid).toEqual({ amount: 20_000, currency: 'EUR' });
    const tomorrow = await reserve(1, 2, doubles(1));
    expect(await refusalOf(house.ask(CheckInGroup, { groupId: tomorrow.id }))).toBe('too-early');
  });

  it('is a visitor’s own where they made it, with nobody in it but themselves', async () => {
    const [visitor, stranger] = [somebody(), somebody()];
    const own = await reserve(1, 2, doubles(2), {}, visitor);
    expect(own).toMatchObject({ userId: visitor.userId, reservations: [{ userId: visitor.userId }, { userId: visitor.userId }] });
    expect(await house.ask(GetGroup, { groupId: own.id }, visitor)).toEqual(own);
    for (const contract of [GetGroup, ChangeGroup, CancelGroup, CheckInGroup, CheckOutGroup]) expect(await refusalOf(house.ask(contract, { groupId: own.id }, stranger))).toBe('forbidden');
    for (const contract of [CheckInGroup, CheckOutGroup]) expect(await refusalOf(house.ask(contract, { groupId: own.id }, visitor))).toBe('forbidden');
    const person = { firstName: 'Ada', lastName: 'King', birthDate: '1955-12-10', phone: '+37120000001' };
    const other = await house.ask(RegisterGuest, person);
    expect(await refusalOf(reserve(1, 2, [{ ...DOUBLE, guestId: other.id }], {}, visitor))).toBe('forbidden');
    const another = await hotel.open(somebody(), 1);
    expect(await refusalOf(another.ask(GetGroup, { groupId: own.id }))).toBe('not-found');
    expect((await house.ask(CancelGroup, { groupId: own.id }, visitor)).reservations.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  });
});
