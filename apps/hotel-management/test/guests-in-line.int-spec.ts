import { type WaitlistFacts, WaitlistOffered } from '@bookable/contracts-booking';
import { CancelReservation, FindLine, FindReservations, GetRateCalendar, type LineEntryView, MergeGuests, PutInLine, RegisterGuest, TakeForGuest, TakeOutOfLine } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { heldRooms } from './listening-service';
import { type Caller, type House, RunningHotel, day, refusalOf, somebody } from './running-hotel';
import { standInBooking } from './stand-in-booking';

let hotel: RunningHotel;
let house: House;
let roomTypeId: string;

beforeAll(async () => (hotel = await RunningHotel.start()));
beforeEach(async () => {
  house = await hotel.open(somebody(), 1);
  standInBooking.line = [];
  roomTypeId = (await house.ask(GetRateCalendar, { from: day(1), to: day(2) })).roomTypes[0]!.roomTypeId;
});
afterAll(() => hotel.stop());

const guest = async (lastName: string, by?: Caller) => (await house.ask(RegisterGuest, { firstName: 'Wanda', lastName, birthDate: '1971-02-28', phone: '+37120000001' }, by)).id;
const put = (guestId: string, by?: Caller) => house.ask(PutInLine, { roomTypeId, guestId, from: day(1), to: day(3) }, by);
const stands = async () => (await house.ask(FindReservations, { status: 'confirmed' })).items;

/** What booking would do once a room is free. */
const isOffered = ({ id }: LineEntryView) => {
  standInBooking.line = standInBooking.line.map((entry) => (entry.id === id ? { ...entry, status: 'offered', offer: { expiresAt: new Date().toISOString() } } : entry));
};

describe('A guest whom the desk puts in line', () => {
  it('is seen there with their place and name, beside those who wait in their own name', async () => {
    const own = await guest('Own', somebody());
    const [entry, visitor] = [await put(await guest('Waiting')), newId()];
    standInBooking.line.push({ id: newId(), listingId: roomTypeId, renterId: visitor, from: day(1), to: day(2), quantity: 2, position: 2, status: 'waiting', createdAt: new Date().toISOString() });
    const [account] = await hotel.rows<{ user_id: string }>('SELECT user_id FROM guest WHERE id = $1', [own]);
    standInBooking.line.push({ id: newId(), listingId: roomTypeId, renterId: account!.user_id, from: day(1), to: day(2), quantity: 1, position: 3, status: 'waiting', createdAt: new Date().toISOString() });
    const { items } = await house.ask(FindLine, { roomTypeId });
    expect(items.map(({ position, guestName, userId, rooms, isOfDesk }) => [position, guestName, userId, rooms, isOfDesk])).toEqual([
      [1, 'Wanda Waiting', undefined, 1, true], [2, undefined, visitor, 2, false], [3, 'Wanda Own', account!.user_id, 1, false],
    ]);
    expect(items[0]).toEqual(entry);
  });

  it('is named as the record they were merged into', async () => {
    const [duplicate, kept] = [await guest('Double'), await guest('Kept')];
    await put(duplicate);
    await house.ask(MergeGuests, { guestId: kept, duplicateId: duplicate });
    expect((await house.ask(FindLine, { roomTypeId })).items).toEqual([expect.objectContaining({ guestId: kept, guestName: 'Wanda Kept' })]);
  });

  it('is put there once under one key, also by whoever asks again because nobody answered', async () => {
    const [guestId, by] = [await guest('Waiting'), { ...house.owner, idempotencyKey: newId() }];
    standInBooking.mood = 'forgetful';
    expect(await refusalOf(put(guestId, by))).toBe('unavailable');
    standInBooking.mood = 'well';
    const entries = await Promise.all([1, 2, 3].map(() => put(guestId, by)));
    expect(entries).toEqual(entries.map(() => entries[0]));
    expect(standInBooking.line).toHaveLength(1);
  });

  it('must be a guest of the hotel, and wait for rooms it has', async () => {
    const elsewhere = await hotel.open(somebody(), 1);
    expect(await refusalOf(elsewhere.ask(PutInLine, { roomTypeId, guestId: await guest('Waiting'), from: day(1), to: day(3) }))).toBe('not-found');
    expect(await refusalOf(house.ask(PutInLine, { roomTypeId: newId(), guestId: await guest('Waiting'), from: day(1), to: day(3) }))).toBe('not-found');
    const entry = await put(await guest('Waiting'));
    expect(await refusalOf(elsewhere.ask(TakeOutOfLine, { entryId: entry.id }))).toBe('not-found');
    expect(await refusalOf(elsewhere.ask(FindLine, { roomTypeId }))).toBe('not-found');
    expect(await refusalOf(house.ask(TakeForGuest, { entryId: entry.id }, somebody()))).toBe('forbidden');
  });
});

describe('What is held for a guest in line', () => {
  it('is one reservation once the desk takes it, however many desks do', async () => {
    const [guestId, other] = [await guest('Waiting'), await guest('Other')];
    const [entry, next] = [await put(guestId), await put(other)];
    expect(await refusalOf(house.ask(TakeForGuest, { entryId: entry.id }))).toBe('not-offered');
    isOffered(entry);
    const takes = await Promise.all([1, 2, 3, 4].map(() => house.ask(TakeForGuest, { entryId: entry.id })));
    expect(takes).toEqual(takes.map(() => takes[0]));
    expect(takes[0]).toMatchObject({ status: 'confirmed', guestId, roomId: house.roomIds[0], total: { amount: 20_000 } });
    expect(await stands()).toHaveLength(1);
    isOffered(next);
    expect(await refusalOf(house.ask(TakeForGuest, { entryId: next.id }))).toBe('slot-taken');
  });

  it('is asked for again where booking refused it or did not answer', async () => {
    const entry = await put(await guest('Waiting'));
    isOffered(entry);
    standInBooking.takenElsewhere = 1;
    expect(await refusalOf(house.ask(TakeForGuest, { entryId: entry.id }))).toBe('slot-taken');
    standInBooking.takenElsewhere = 0;
    standInBooking.mood = 'forgetful';
    expect(await refusalOf(house.ask(TakeForGuest, { entryId: entry.id }))).toBe('unavailable');
    expect(await stands()).toEqual([]);
    standInBooking.mood = 'well';
    const taken = await house.ask(TakeForGuest, { entryId: entry.id });
    expect(await stands()).toEqual([taken]);
  });

  it('is told to the desk, once, and to nobody who only cleans', async () => {
    const administrator = await house.hire('administrator');
    await house.hire('cleaner');
    const entry = await put(await guest('Waiting'));
    const { guestId } = entry;
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const facts: WaitlistFacts = {
      id: entry.id, listingId: roomTypeId, from: day(1), to: day(3), quantity: 1, status: 'offered', offer: { expiresAt: until }, createdAt: entry.createdAt,
      kind: 'room', ownerId: house.owner.userId!, listingTitle: 'Astoria: standard', timeZone: 'Europe/Riga', wasOffered: false, version: 2,
    };
    const messageId = newId();
    await hotel.tell(WaitlistOffered, { ...facts, id: newId(), renterId: newId() });
    for (let time = 0; time < 3; time += 1) await hotel.tell(WaitlistOffered, { ...facts, guestId }, messageId);
    await waitUntil(() => heldRooms.length > 0);
    expect(heldRooms).toEqual([expect.objectContaining({
      hotelId: house.id, entryId: entry.id, guestId, roomTypeId, from: day(1), to: day(3), until, readerIds: expect.arrayContaining([house.owner.userId, administrator.userId]) as string[],
    })]);
    expect(heldRooms[0]!.readerIds).toHaveLength(2);
  });

  it('is a reservation like any other from then on', async () => {
    const entry = await put(await guest('Waiting'));
    isOffered(entry);
    const { id: reservationId } = await house.ask(TakeForGuest, { entryId: entry.id });
    await house.ask(CancelReservation, { reservationId });
    expect(standInBooking.claims.filter((claim) => claim.reservationId === reservationId)).toEqual([]);
    await house.reserve(1, 3);
  });
});
