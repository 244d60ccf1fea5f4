import { CancelReservation, ChangeReservation, CheckOut, FinishCleaning, RemoveStaffMember, RequestCleaning } from '@bookable/contracts-hotel-management';
import { waitUntil } from '@bookable/platform-testing';
import { heard } from './listening-service';
import { type Caller, type House, RunningHotel, at, day, somebody } from './running-hotel';

let hotel: RunningHotel;
let house: House;
let cleaner: Caller;
let desk: Caller;

beforeAll(async () => {
  hotel = await RunningHotel.start();
  await hotel.replica();
});
beforeEach(async () => {
  house = await hotel.open(somebody(), 2);
  [cleaner, desk] = [await house.hire('cleaner'), await house.hire('administrator')];
});
afterAll(() => hotel.stop());

const toldHere = () => heard.filter(({ hotelId }) => hotelId === house.id);
const told = () => toldHere().map(({ what }) => what);

/** What has been told once a later notice has come: by then whatever was due before has come too. */
async function toldInAll(): Promise<string[]> {
  const [, roomId] = house.roomIds as [string, string];
  await house.ask(RequestCleaning, { roomId });
  await waitUntil(async () => told().includes('request 102'));
  await house.ask(FinishCleaning, { roomId });
  await waitUntil(async () => told().includes('clean 102'));
  return told().filter((what) => what !== 'request 102' && what !== 'clean 102');
}

const inFirstRoom = () => ({ roomId: house.roomIds[0] });

describe('The staff of a hotel', () => {
  it('is told a day before a guest leaves, and of one who has not left, once each, though nobody was there at the moment', async () => {
    await house.guest(0, 3, inFirstRoom());
    expect(await toldInAll()).toEqual([]);
    await hotel.downUntil(at(2, '15:00'));
    await waitUntil(async () => told().includes('departure 101'));
    await hotel.downUntil(at(3, '13:00'));
    await waitUntil(async () => told().includes('overdue 101'));
    const stays = toldHere().filter(({ what }) => what !== '48-hours 101');
    expect(stays.map(({ what }) => what)).toEqual(['request 102', 'clean 102', 'departure 101', 'overdue 101']);
    const desks = [house.owner.userId, desk.userId].sort();
    for (const { readerIds } of stays.slice(2)) expect([...readerIds].sort()).toEqual(desks);
  });

  it('is told at the minute, and not one before', async () => {
    await house.guest(0, 2, inFirstRoom());
    hotel.clock.set(at(1, '11:59'));
    expect(await toldInAll()).toEqual([]);
    hotel.clock.set(at(1, '12:00'));
    await waitUntil(async () => told().includes('departure 101'));
    hotel.clock.set(at(2, '11:59'));
    await toldInAll();
    expect(told()).not.toContain('overdue 101');
    hotel.clock.set(at(2, '12:00'));
    await waitUntil(async () => told().includes('overdue 101'));
  });

  it('is told that a room is to be cleaned 48 hours after it was, once, though nobody was there at the moment', async () => {
    await house.guest(0, 6, inFirstRoom());
    await hotel.downUntil(at(2, '20:00'));
    await waitUntil(async () => told().includes('48-hours 101'));
    expect(await toldInAll()).toEqual(['48-hours 101']);
    expect([...toldHere()[0]!.readerIds].sort()).toEqual([house.owner.userId, desk.userId, cleaner.userId].sort());
    await house.ask(FinishCleaning, { roomId: house.roomIds[0]! }, cleaner);
    await hotel.downUntil(at(4, '20:00'));
    await waitUntil(async () => told().filter((what) => what === '48-hours 101').length === 2);
  });

  it('is told anew where a stay comes to end at another time, and of that time alone', async () => {
    const { id: reservationId } = await house.guest(0, 2, inFirstRoom());
    hotel.clock.set(at(1, '13:00'));
    await waitUntil(async () => told().includes('departure 101'));
    await house.ask(ChangeReservation, { reservationId, to: day(4) });
    hotel.clock.set(at(2, '13:00'));
    expect((await toldInAll()).filter((what) => what.startsWith('overdue'))).toEqual([]);
    await house.ask(ChangeReservation, { reservationId, to: day(3) });
    await waitUntil(async () => told().filter((what) => what === 'departure 101').length === 2);
    expect(toldHere().filter(({ what }) => what === 'departure 101')).toMatchObject([{ endsAt: new Date(at(2, '12:00')).toISOString() }, { endsAt: new Date(at(3, '12:00')).toISOString() }]);
  });

  it('is told nothing of who has left or will not come, but of the room that is to be cleaned', async () => {
    const { id } = await house.reserve(0, 1, inFirstRoom());
    await house.ask(CancelReservation, { reservationId: id });
    const stay = await house.guest(0, 2, inFirstRoom());
    await house.ask(CheckOut, { reservationId: stay.id });
    await waitUntil(async () => told().includes('check-out 101'));
    hotel.clock.set(at(3, '13:00'));
    expect(await toldInAll()).toEqual(['check-out 101']);
  });

  it('is whoever works there at that moment, and nobody of another hotel', async () => {
    const other = await hotel.open(somebody(), 1);
    const [{ id: memberId }] = (await hotel.rows<{ id: string }>('SELECT id FROM staff_member WHERE user_id = $1', [cleaner.userId])) as [{ id: string }];
    await house.ask(RequestCleaning, { roomId: house.roomIds[0]! });
    await waitUntil(async () => told().includes('request 101'));
    await house.ask(RemoveStaffMember, { staffMemberId: memberId });
    await house.ask(RequestCleaning, { roomId: house.roomIds[1]! });
    await waitUntil(async () => told().includes('request 102'));
    expect(toldHere().map(({ readerIds }) => readerIds.includes(cleaner.userId))).toEqual([true, false]);
    for (const { readerIds } of toldHere()) expect(readerIds).not.toContain(other.owner.userId);
  });
});
