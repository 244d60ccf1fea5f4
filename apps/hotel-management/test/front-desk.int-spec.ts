import {
  ChangeReservation, CheckIn, CheckOut, FindArrivals, FindDepartures, FindFreeRooms, FindGuestStays, FindInHouse, FindOverdue, FindOwnStays, GetBoard, GetReservation,
  MarkReservationNoShow, MergeGuests, RegisterGuest,
} from '@bookable/contracts-hotel-management';
import { type House, RunningHotel, at, day, refusalOf, somebody } from './running-hotel';
import { standInBooking } from './stand-in-booking';

let hotel: RunningHotel;
let house: House;

beforeAll(async () => (hotel = await RunningHotel.start()));
beforeEach(async () => (house = await hotel.open(somebody(), 2)));
afterAll(() => hotel.stop());

const claimOf = (id: string) => standInBooking.claims.find(({ reservationId }) => reservationId === id);
const checkIn = (reservationId: string, more: object = {}) => house.ask(CheckIn, { reservationId, ...more });
const checkOut = (reservationId: string) => house.ask(CheckOut, { reservationId });
const payments = () => hotel.rows<{ amount: string; method: string }>('SELECT amount, method FROM payment WHERE hotel_id = $1 ORDER BY at', [house.id]);
const board = async (from: number, to: number) => {
  const { items } = await house.ask(GetBoard, { from: day(from), to: day(to) });
  return Object.fromEntries(items.map(({ number, days }) => [number, days.map(({ state }) => state)]));
};

describe('The front desk', () => {
  it('lets a guest in once, whichever of two desks does it, and takes one payment', async () => {
    const { id } = await house.reserve(0, 2);
    const [one, other] = await Promise.all([checkIn(id, { payment: { method: 'card' } }), checkIn(id, { payment: { method: 'cash' } })]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ status: 'in_progress', paid: { amount: 20_000, currency: 'EUR' }, checkedInAt: at(0, '09:00') });
    expect(await payments()).toHaveLength(1);
    expect(await checkIn(id)).toEqual(one);
  });

  it('takes what is paid, by how it is paid', async () => {
    const { id } = await house.reserve(0, 2);
    expect(await checkIn(id, { payment: { method: 'transfer', amount: 5_000 } })).toMatchObject({ paid: { amount: 5_000 } });
    expect(await payments()).toEqual([{ amount: '5000', method: 'transfer' }]);
  });

  it('lets nobody in before their day, or twice, or after they were missed', async () => {
    const { id } = await house.reserve(1, 2);
    expect(await refusalOf(checkIn(id))).toBe('too-early');
    expect(await refusalOf(checkOut(id))).toBe('wrong-status');
    hotel.clock.set(at(1, '13:59'));
    expect(await refusalOf(house.ask(MarkReservationNoShow, { reservationId: id }))).toBe('too-early');
    hotel.clock.set(at(1, '23:00'));
    expect(await house.ask(MarkReservationNoShow, { reservationId: id })).toMatchObject({ status: 'no_show' });
    expect(claimOf(id)).toBeUndefined();
    expect(await refusalOf(checkIn(id))).toBe('wrong-status');
  });

  it('gives a clean room of the type, or says why it is not', async () => {
    const [first, second] = [await house.guest(0, 1), await house.guest(0, 1)];
    expect(first.roomId).not.toBe(second.roomId);
    await checkOut(first.id);
    const next = await house.reserve(0, 1);
    expect(next.roomId).toBe(first.roomId);
    expect(await refusalOf(checkIn(next.id))).toBe('room-not-clean');
    expect(await refusalOf(checkIn(next.id, { roomId: second.roomId }))).toBe('room-occupied');
    expect(await checkIn(next.id, { overrideReason: 'They asked for it.' })).toMatchObject({ roomId: first.roomId });
    expect(await hotel.rows('SELECT reason FROM reservation_step WHERE reservation_id = $1 AND action = $2', [next.id, 'check-in'])).toEqual([{ reason: 'They asked for it.' }]);
  });

  it('takes another room where the planned one is not ready', async () => {
    const gone = await house.guest(0, 1);
    await checkOut(gone.id);
    const next = await house.reserve(0, 1);
    const asked = await checkIn(next.id);
    expect(asked.roomId).not.toBe(gone.roomId);
  });

  it('lets guests go, and what is left of their time', async () => {
    const stay = await house.guest(0, 3);
    hotel.clock.set(at(1, '10:00'));
    const left = await checkOut(stay.id);
    expect(left).toMatchObject({ status: 'completed', checkedOutAt: at(1, '10:00') });
    expect(await checkOut(stay.id)).toEqual(left);
    expect(claimOf(stay.id)).toBeUndefined();
    await house.reserve(1, 3, { roomId: stay.roomId });
    expect(await hotel.rows('SELECT cause FROM cleaning WHERE hotel_id = $1 AND done_at IS NULL', [house.id])).toEqual([{ cause: 'check-out' }]);
  });

  it('lets somebody have the room of whoever has left, in the middle of what was their time', async () => {
    const single = await hotel.open(somebody(), 1);
    const stay = await single.guest(0, 2);
    hotel.clock.set(at(0, '17:30'));
    await single.ask(CheckOut, { reservationId: stay.id });
    const next = await single.reserve(0, 2);
    hotel.clock.set(at(0, '18:00'));
    expect(await single.ask(CheckIn, { reservationId: next.id, overrideReason: 'It was in use for an hour.' })).toMatchObject({ roomId: stay.roomId });
    expect(await refusalOf(single.reserve(0, 1))).toBe('slot-taken');
  });

  it('lets nobody in whose time is over', async () => {
    const { id } = await house.reserve(0, 1);
    hotel.clock.set(at(1, '12:00'));
    // Refused for one reason before the day is closed, and for the other one after it.
    expect(['past', 'wrong-status']).toContain(await refusalOf(checkIn(id)));
  });

  it('lets guests stay on where their room is free, and moves others for them who can be moved', async () => {
    const stay = await house.guest(0, 2);
    const next = await house.reserve(2, 3);
    const longer = await house.ask(ChangeReservation, { reservationId: stay.id, to: day(3) });
    expect(longer).toMatchObject({ to: day(3), roomId: stay.roomId, status: 'in_progress', total: { amount: 30_000 } });
    expect((await house.ask(GetReservation, { reservationId: next.id })).roomId).not.toBe(stay.roomId);
    await house.reserve(3, 4, { roomId: stay.roomId });
    expect(await refusalOf(house.ask(ChangeReservation, { reservationId: stay.id, to: day(4) }))).toBe('slot-taken');
    const shorter = await house.ask(ChangeReservation, { reservationId: stay.id, to: day(1), lateCheckOut: '18:00' });
    expect(shorter).toMatchObject({ to: day(1), endsAt: at(1, '18:00') });
    await house.reserve(2, 3, { roomId: stay.roomId });
  });

  it('moves a guest in the middle of the stay, and has the room they leave cleaned', async () => {
    const stay = await house.guest(0, 3, { roomId: house.roomIds[0] });
    const loose = await house.reserve(1, 3);
    hotel.clock.set(at(1, '12:30'));
    const other = house.roomIds.find((id) => id !== stay.roomId)!;
    const moved = await house.ask(ChangeReservation, { reservationId: stay.id, roomId: other });
    expect(moved).toMatchObject({ roomId: other, status: 'in_progress', to: day(3) });
    expect((await house.ask(GetReservation, { reservationId: loose.id })).roomId).toBe(stay.roomId);
    expect(await house.ask(ChangeReservation, { reservationId: stay.id, roomId: other })).toMatchObject({ roomId: other });
    expect(await hotel.rows('SELECT room_id FROM cleaning WHERE hotel_id = $1 AND done_at IS NULL', [house.id])).toEqual([{ room_id: stay.roomId }]);
    expect(await refusalOf(house.ask(ChangeReservation, { reservationId: stay.id, from: day(1) }))).toBe('wrong-status');
    expect(await board(0, 3)).toEqual({ 101: ['occupied', 'to-clean', 'booked'], 102: ['free', 'occupied', 'occupied'] });
  });

  it('knows who is there, who comes, who leaves and who should have left', async () => {
    const there = await house.guest(0, 1);
    const coming = await house.reserve(1, 2);
    const ids = async (contract: typeof FindArrivals, more: object = {}) => (await house.ask(contract, more)).items.map(({ id }) => id);
    expect(await ids(FindInHouse)).toEqual([there.id]);
    expect([await ids(FindArrivals), await ids(FindArrivals, { hours: 48 })]).toEqual([[], [coming.id]]);
    expect([await ids(FindDepartures), await ids(FindDepartures, { hours: 48 })]).toEqual([[], [there.id]]);
    hotel.clock.set(at(1, '11:59'));
    expect([await ids(FindDepartures), await ids(FindOverdue)]).toEqual([[there.id], []]);
    hotel.clock.set(at(1, '12:00'));
    expect([await ids(FindDepartures), await ids(FindOverdue)]).toEqual([[], [there.id]]);
    expect(await refusalOf(house.ask(FindInHouse, {}, somebody()))).toBe('forbidden');
  });

  it('shows every room by day, and which are free', async () => {
    const stay = await house.guest(0, 2, { roomId: house.roomIds[0] });
    await house.reserve(1, 3, { roomId: house.roomIds[1] });
    expect(await board(0, 4)).toEqual({ 101: ['occupied', 'occupied', 'free', 'free'], 102: ['free', 'booked', 'booked', 'free'] });
    const free = async (from: number, to: number) => (await house.ask(FindFreeRooms, { from: day(from), to: day(to) })).items.map(({ number }) => number);
    expect([await free(0, 1), await free(2, 3), await free(1, 2), await free(3, 4)]).toEqual([['102'], ['101'], [], ['101', '102']]);
    await checkOut(stay.id);
    expect(await board(0, 1)).toEqual({ 101: ['to-clean'], 102: ['free'] });
    expect(await refusalOf(house.ask(GetBoard, { from: day(1), to: day(1) }))).toBe('too-short');
    expect(await refusalOf(house.ask(GetBoard, { from: day(0), to: day(93) }))).toBe('malformed');
  });

  it('tells guests of their stays, in every hotel, also of those under another record', async () => {
    const visitor = somebody();
    const person = { firstName: 'Ada', lastName: 'King', birthDate: '1955-12-10', phone: '+37120000001' };
    const [guest, duplicate] = [await house.ask(RegisterGuest, person, visitor), await house.ask(RegisterGuest, person)];
    const byDesk = await house.reserve(2, 3, { guestId: duplicate.id });
    const own = await house.reserve(0, 1, {}, visitor);
    await house.ask(MergeGuests, { guestId: guest.id, duplicateId: duplicate.id });
    const stays = await house.ask(FindGuestStays, { guestId: duplicate.id }, visitor);
    expect(stays.items.map(({ id, guestId }) => [id, guestId])).toEqual([[byDesk.id, guest.id], [own.id, guest.id]]);
    const another = await hotel.open(somebody(), 1);
    const elsewhere = await another.reserve(5, 6, {}, visitor);
    expect((await hotel.ask(FindOwnStays, {}, visitor)).items.map(({ id }) => id)).toEqual([elsewhere.id, own.id]);
    expect(await refusalOf(house.ask(FindGuestStays, { guestId: guest.id }, somebody()))).toBe('forbidden');
  });

  it('is no way in for guests, cleaners and the desk of another hotel', async () => {
    const visitor = somebody();
    const own = await house.reserve(0, 1, {}, visitor);
    const other = await hotel.open(somebody(), 1);
    for (const by of [visitor, other.owner, somebody()]) {
      for (const contract of [CheckIn, CheckOut, MarkReservationNoShow]) expect(await refusalOf(house.ask(contract, { reservationId: own.id }, by))).toBe('forbidden');
    }
    expect(await refusalOf(other.ask(CheckIn, { reservationId: own.id }))).toBe('not-found');
  });
});
