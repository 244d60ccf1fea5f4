import { CheckIn, CheckOut, FindHousekeeping, FinishCleaning, RequestCleaning, TakeCleaning } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { type Caller, type House, RunningHotel, at, refusalOf, somebody } from './running-hotel';

let hotel: RunningHotel;
let house: House;
let cleaner: Caller;

beforeAll(async () => (hotel = await RunningHotel.start()));
beforeEach(async () => {
  house = await hotel.open(somebody(), 3);
  cleaner = somebody();
  await hotel.rows(`INSERT INTO staff_member (id, hotel_id, user_id, role, created_at) VALUES ($1, $2, $3, 'cleaner', now())`, [newId(), house.id, cleaner.userId]);
});
afterAll(() => hotel.stop());

const list = async (by = cleaner) => (await house.ask(FindHousekeeping, {}, by)).items;
const ask = (roomId: string, by?: Caller) => house.ask(RequestCleaning, { roomId, note: 'Coffee was spilled.' }, by);

describe('Housekeeping', () => {
  it('is told of every room that a guest has left, and lets the next one in once it is clean', async () => {
    const stay = await house.guest(0, 1, { roomId: house.roomIds[0] });
    await house.ask(CheckOut, { reservationId: stay.id });
    expect(await list()).toMatchObject([{ roomId: stay.roomId, cause: 'check-out', roomNumber: '101' }]);
    const next = await house.reserve(0, 1, { roomId: stay.roomId });
    expect(await refusalOf(house.ask(CheckIn, { reservationId: next.id }))).toBe('room-not-clean');
    const done = await house.ask(FinishCleaning, { roomId: stay.roomId! }, cleaner);
    expect(done).toMatchObject({ doneBy: cleaner.userId, doneAt: new Date(at(0, '09:00')).toISOString() });
    expect(await house.ask(FinishCleaning, { roomId: stay.roomId! }, cleaner)).toEqual(done);
    expect(await list()).toEqual([]);
    await house.ask(CheckIn, { reservationId: next.id });
  });

  it('comes first to where somebody arrives soonest, then to what waits longest', async () => {
    const [one, two, three] = house.roomIds as [string, string, string];
    for (const [minute, roomId] of [[0, one], [1, two], [2, three]] as const) {
      hotel.clock.set(at(0, `10:0${minute}`));
      await ask(roomId);
    }
    await house.reserve(2, 3, { roomId: two });
    await house.reserve(1, 2, { roomId: three });
    expect((await list()).map(({ roomId }) => roomId)).toEqual([three, two, one]);
    const page = await house.ask(FindHousekeeping, { limit: 2 }, cleaner);
    expect((await house.ask(FindHousekeeping, { limit: 2, cursor: page.nextCursor! }, cleaner)).items.map(({ roomId }) => roomId)).toEqual([one]);
  });

  it('is asked for by the desk and by the guest who stays there, once', async () => {
    const visitor = somebody();
    const { id } = await house.reserve(0, 2, {}, visitor);
    const { roomId } = await house.ask(CheckIn, { reservationId: id });
    const asked = await ask(roomId!, visitor);
    expect(asked).toMatchObject({ cause: 'request', note: 'Coffee was spilled.' });
    expect(await ask(roomId!)).toEqual(asked);
    const other = house.roomIds.find((one) => one !== roomId)!;
    expect(await refusalOf(ask(other, visitor))).toBe('forbidden');
    expect(await refusalOf(ask(other, cleaner))).toBe('forbidden');
    expect(await refusalOf(ask(newId()))).toBe('not-found');
    expect(await refusalOf(list(visitor))).toBe('forbidden');
  });

  it('gives a room to one cleaner', async () => {
    const [roomId] = house.roomIds as [string];
    expect(await refusalOf(house.ask(TakeCleaning, { roomId }, cleaner))).toBe('not-found');
    await ask(roomId);
    expect(await house.ask(TakeCleaning, { roomId }, cleaner)).toMatchObject({ takenBy: cleaner.userId });
    expect(await house.ask(TakeCleaning, { roomId }, cleaner)).toMatchObject({ takenBy: cleaner.userId });
    expect(await refusalOf(house.ask(TakeCleaning, { roomId }))).toBe('cleaning-taken');
  });

  it('is due in an occupied room two days after it was last done, and not a minute sooner', async () => {
    const stay = await house.guest(0, 6);
    hotel.clock.set(at(2, '13:59'));
    const other = house.roomIds.find((one) => one !== stay.roomId)!;
    await ask(other);
    expect((await list()).map(({ roomId }) => roomId)).toEqual([other]);
    hotel.clock.set(at(2, '14:00'));
    const due = await waitUntil(async () => (await list()).find(({ cause }) => cause === '48-hours'));
    expect(due).toMatchObject({ roomId: stay.roomId });
    await house.ask(FinishCleaning, { roomId: stay.roomId! }, cleaner);
    hotel.clock.set(at(4, '14:00'));
    await waitUntil(async () => (await list()).some(({ cause }) => cause === '48-hours'));
    expect(await hotel.rows('SELECT 1 FROM cleaning WHERE room_id = $1', [stay.roomId])).toHaveLength(2);
  });

  it('and a check-out at the same moment both count', async () => {
    const stay = await house.guest(0, 1);
    await ask(stay.roomId!);
    await Promise.all([house.ask(CheckOut, { reservationId: stay.id }), house.ask(FinishCleaning, { roomId: stay.roomId! }, cleaner)]);
    const open = await list();
    const all = await hotel.rows('SELECT 1 FROM cleaning WHERE room_id = $1', [stay.roomId]);
    // Cleaned before the guest had left it is to be cleaned again; left before, once was enough.
    expect([[1, 2], [0, 1]]).toContainEqual([open.length, all.length]);
  });
});
