import { BookingChanged, BookingConfirmed, type BookingFacts } from '@bookable/contracts-booking';
import { ChangeHotel, ChangeReservation, CheckOut, FindCleanings, FindFreeRooms, FinishCleaning, GetBoard, RequestCleaning, TakeCleaning } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { type Caller, type House, RunningHotel, at, day, refusalOf, somebody } from './running-hotel';
import { standInBooking } from './stand-in-booking';

let hotel: RunningHotel;
let house: House;

beforeAll(async () => (hotel = await RunningHotel.start()));
beforeEach(async () => {
  house = await hotel.open(somebody(), 1);
  await cleanedFor(60);
});
afterAll(() => hotel.stop());

const cleanedFor = (cleaningMinutes: number) =>
  house.ask(ChangeHotel, { name: 'Hotel Astoria', city: 'Riga', timeZone: 'Europe/Riga', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR', cleaningMinutes });

const theRoom = () => house.roomIds[0]!;

function booked(listingId: string, differences: Pick<BookingFacts, 'from' | 'to' | 'startsAt' | 'endsAt' | 'cleanedAt'>): BookingFacts {
  const [total, now, renterId] = [{ amount: 10_000, currency: 'EUR' }, new Date(at(0, '09:00')).toISOString(), newId()];
  return {
    id: newId(), listingId, kind: 'room', renterId, ownerId: house.owner.userId, quantity: 1, total, quote: { total, lines: [] } as unknown as BookingFacts['quote'], status: 'confirmed',
    createdAt: now, updatedAt: now, action: 'request', actorId: renterId, listingTitle: 'Standard room', timeZone: 'Europe/Riga', version: 1, ...differences,
  };
}

describe('The time to clean a room', () => {
  it('is planned after each stay: who wants to come before it is over is told why they cannot', async () => {
    await house.reserve(1, 2);
    const tooEarly = house.reserve(2, 3, { earlyCheckIn: '12:30' });
    await expect(tooEarly).rejects.toMatchObject({ problem: { code: 'slot-taken', kind: 'conflict' }, detail: 'The room has to be cleaned between two guests, and there is no time for that.' });
    await house.reserve(2, 3, { earlyCheckIn: '13:00' });
  });

  it('is planned after a stay that was booked like any listing, as long as its booking has claimed', async () => {
    const [{ id: listingId }] = (await hotel.rows<{ id: string }>('SELECT id FROM room_type WHERE hotel_id = $1', [house.id])) as [{ id: string }];
    const booking = booked(listingId, { startsAt: at(1, '14:00'), endsAt: at(2, '12:00'), from: day(1), to: day(2), cleanedAt: at(2, '13:00') });
    await hotel.tell(BookingConfirmed, booking);
    await waitUntil(async () => (await hotel.rows('SELECT FROM room_assignment WHERE room_id = $1', [theRoom()])).length === 1);
    expect(await refusalOf(house.reserve(2, 3, { earlyCheckIn: '12:59' }))).toBe('slot-taken');
    await house.reserve(2, 3, { earlyCheckIn: '13:00' });
    await hotel.tell(BookingChanged, { ...booking, cleanedAt: undefined, version: 2 });
    await waitUntil(async () => (await hotel.rows('SELECT FROM reservation WHERE booking_id = $1 AND cleaned_at IS NULL', [booking.id])).length === 1);
  });

  it('is not what is in the way of a night that somebody else has', async () => {
    await house.reserve(1, 3);
    await expect(house.reserve(2, 4)).rejects.toMatchObject({ problem: { code: 'slot-taken' }, detail: expect.not.stringContaining('cleaned') as string });
  });

  it('is in the way of who wants to stay on, or to come sooner', async () => {
    const first = await house.guest(0, 1);
    const second = await house.reserve(1, 2);
    expect(await refusalOf(house.ask(ChangeReservation, { reservationId: first.id, lateCheckOut: '13:30' }))).toBe('slot-taken');
    expect(await refusalOf(house.ask(ChangeReservation, { reservationId: second.id, earlyCheckIn: '12:00' }))).toBe('slot-taken');
    await house.ask(ChangeReservation, { reservationId: first.id, lateCheckOut: '13:00' });
  });

  it('moves with the stay it follows, and goes with it', async () => {
    const { id: reservationId } = await house.reserve(1, 2);
    await house.ask(ChangeReservation, { reservationId, to: day(3) });
    expect(await refusalOf(house.reserve(3, 4, { earlyCheckIn: '12:30' }))).toBe('slot-taken');
    await house.reserve(4, 5);
    const there = await house.guest(0, 1);
    expect(await refusalOf(house.ask(ChangeReservation, { reservationId, earlyCheckIn: '12:30' }))).toBe('slot-taken');
    hotel.clock.set(at(1, '10:00'));
    await house.ask(CheckOut, { reservationId: there.id });
    await house.ask(ChangeReservation, { reservationId, earlyCheckIn: '12:30' });
  });

  it('stays for stays as it was when they were reserved', async () => {
    await house.reserve(1, 2);
    await cleanedFor(0);
    expect(await refusalOf(house.reserve(2, 3, { earlyCheckIn: '12:30' }))).toBe('slot-taken');
    await house.reserve(3, 4);
    await house.reserve(4, 5, { earlyCheckIn: '12:00' });
  });

  it('is shown to nobody as a night that is booked', async () => {
    await cleanedFor(300);
    await house.reserve(1, 2);
    const [room] = (await house.ask(GetBoard, { from: day(1), to: day(3) })).items;
    expect(room!.days.map(({ state }) => state)).toEqual(['booked', 'free']);
    expect((await house.ask(FindFreeRooms, { from: day(2), to: day(3) })).items).toEqual([]);
  });

  it('is said to booking with the stay', async () => {
    const { id } = await house.reserve(1, 2);
    expect(standInBooking.claims.find(({ reservationId }) => reservationId === id)).toMatchObject({ toMs: Date.parse(at(2, '12:00')), cleanedAtMs: Date.parse(at(2, '13:00')) });
  });
});

describe('The history of a room', () => {
  async function hired(role: string): Promise<Caller> {
    const caller = somebody();
    await hotel.rows(`INSERT INTO staff_member (id, hotel_id, user_id, role, created_at) VALUES ($1, $2, $3, $4, now())`, [newId(), house.id, caller.userId, role]);
    return caller;
  }

  it('says who asked for each cleaning, who took it, who finished it and when, the latest first, to owner and administrator', async () => {
    const [cleaner, desk] = [await hired('cleaner'), await hired('administrator')];
    for (const hour of ['10', '11', '12']) {
      hotel.clock.set(at(0, `${hour}:00`));
      await house.ask(RequestCleaning, { roomId: theRoom(), note: hour }, desk);
      await house.ask(TakeCleaning, { roomId: theRoom() }, cleaner);
      hotel.clock.set(at(0, `${hour}:30`));
      await house.ask(FinishCleaning, { roomId: theRoom() }, cleaner);
    }
    const first = await house.ask(FindCleanings, { roomId: theRoom(), limit: 2 }, desk);
    expect(first.items.map(({ note }) => note)).toEqual(['12', '11']);
    const rest = await house.ask(FindCleanings, { roomId: theRoom(), limit: 2, cursor: first.nextCursor! });
    const instant = (time: string) => new Date(at(0, time)).toISOString();
    expect(rest).toEqual({
      nextCursor: null,
      items: [{
        id: expect.any(String) as string, roomId: theRoom(), roomNumber: '101', floor: 1, cause: 'request', note: '10', requestedBy: desk.userId, requestedAt: instant('10:00'),
        takenBy: cleaner.userId, takenAt: instant('10:00'), doneBy: cleaner.userId, doneAt: instant('10:30'),
      }],
    });
    expect(await refusalOf(house.ask(FindCleanings, { roomId: theRoom() }, cleaner))).toBe('forbidden');
    expect(await refusalOf(house.ask(FindCleanings, { roomId: newId() }))).toBe('not-found');
  });
});
