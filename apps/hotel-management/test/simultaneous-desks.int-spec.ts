import { CancelReservation, CheckIn, CheckOut, FinishCleaning, FindInHouse, type ReservationView, TakeCleaning } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { type Caller, type House, RunningHotel, at, refusalOf, somebody } from './running-hotel';

let hotel: RunningHotel;
let house: House;
beforeAll(async () => {
  hotel = await RunningHotel.start();
  await hotel.replica();
});
beforeEach(async () => (house = await hotel.open(somebody(), 6)));
afterAll(() => hotel.stop());

const times = <One>(count: number, make: (index: number) => One): One[] => Array.from({ length: count }, (_, index) => make(index));
const cleaner = async (): Promise<Caller> => {
  const one = somebody();
  await hotel.rows(`INSERT INTO staff_member (id, hotel_id, user_id, role, created_at) VALUES ($1, $2, $3, 'cleaner', now())`, [newId(), house.id, one.userId]);
  return one;
};
const givenTwice = () => hotel.rows(`
  SELECT FROM room_assignment AS one JOIN room_assignment AS other ON one.room_id = other.room_id AND one.during && other.during AND one.reservation_id < other.reservation_id`);

describe('Desks that work at the same moment', () => {
  it('let as many stays as there are rooms, of whatever nights, and refuse no one of them more', async () => {
    const nights = times(30, (index) => [1 + (index % 5), 2 + (index % 5)] as const);
    const codes = await Promise.all(nights.map(([from, to]) => refusalOf(house.reserve(from, to))));
    expect(codes).toEqual(nights.map(() => undefined));
    const more = await Promise.all(times(12, () => refusalOf(house.reserve(2, 4))));
    expect(more).toEqual(times(12, () => 'slot-taken'));
    expect(await givenTwice()).toEqual([]);
  });

  it('move others where only that makes room, for all who come together', async () => {
    const fixed = await Promise.all(house.roomIds.map((roomId, index) => house.reserve(index, index + 1, { roomId })));
    expect(fixed.map(({ roomId }) => roomId)).toEqual(house.roomIds);
    const long = await Promise.all(times(5, () => refusalOf(house.reserve(0, 6))));
    expect(long.filter((code) => code === undefined)).toHaveLength(0);
    const short = times(6, (night) => times(5, () => refusalOf(house.reserve(night, night + 1)))).flat();
    expect((await Promise.all(short)).filter((code) => code !== undefined)).toEqual([]);
    expect(await givenTwice()).toEqual([]);
  });

  it('let one of two guests into a room, though their nights do not touch', async () => {
    const [roomId] = house.roomIds;
    const leaving = await house.reserve(0, 2, { roomId });
    const coming = await house.reserve(2, 3, { roomId });
    hotel.clock.set(at(2, '10:00'));
    const codes = await Promise.all([leaving, coming].map(({ id }) => refusalOf(house.ask(CheckIn, { reservationId: id }))));
    expect([...codes].sort()).toEqual(['room-occupied', undefined]);
    expect((await house.ask(FindInHouse, {})).items).toHaveLength(1);
  });

  it('let in, out and go whoever they are asked to, all at once', async () => {
    const stays = await Promise.all(times(6, () => house.reserve(0, 1)));
    const later = await Promise.all(times(6, () => house.reserve(1, 2)));
    const paid = (await Promise.all(stays.map(({ id }) => house.ask(CheckIn, { reservationId: id })))).map(({ paid: { amount } }) => amount);
    expect(paid).toEqual(stays.map(() => 10_000));
    const ended: Promise<ReservationView>[] = [...stays.map(({ id }) => house.ask(CheckOut, { reservationId: id })), ...later.map(({ id }) => house.ask(CancelReservation, { reservationId: id }))];
    expect((await Promise.all(ended)).map(({ status }) => status)).toEqual([...stays.map(() => 'completed'), ...later.map(() => 'cancelled')]);
  });

  it('have a room cleaned by one cleaner, and told of once', async () => {
    const { id: reservationId, roomId } = await house.guest(0, 1);
    await house.ask(CheckOut, { reservationId });
    const [one, other] = [await cleaner(), await cleaner()];
    const taken = await Promise.all([one, other].map((by) => refusalOf(house.ask(TakeCleaning, { roomId: roomId! }, by))));
    expect([...taken].sort()).toEqual(['cleaning-taken', undefined]);
    const done = await Promise.all([one, other].map((by) => house.ask(FinishCleaning, { roomId: roomId! }, by)));
    expect(done[0]).toEqual(done[1]);
  });
});
