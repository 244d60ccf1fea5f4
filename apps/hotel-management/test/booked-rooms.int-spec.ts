import { BookingCancelled, BookingChanged, BookingCompleted, BookingConfirmed, type BookingFacts, BookingNoShow } from '@bookable/contracts-booking';
import {
  CancelReservation, ChangeReservation, CheckIn, CheckOut, FindArrivals, FindHousekeeping, FindOwnStays, FindReservations, GetBoard, type ReservationView,
} from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { type House, RunningHotel, at, day, refusalOf, somebody } from './running-hotel';
import { standInBooking } from './stand-in-booking';

let hotel: RunningHotel;
let house: House;
let listingId: string;
const renter = somebody();

beforeAll(async () => (hotel = await RunningHotel.start()));
beforeEach(async () => {
  house = await hotel.open(somebody(), 2);
  [{ listingId }] = (await hotel.rows<{ listingId: string }>('SELECT id AS "listingId" FROM room_type WHERE hotel_id = $1', [house.id])) as [{ listingId: string }];
});
afterAll(() => hotel.stop());

function booked(from: number, to: number, differences: Partial<BookingFacts> = {}): BookingFacts {
  const total = { amount: 20_000, currency: 'EUR' };
  const now = new Date(at(0, '09:00')).toISOString();
  return {
    id: newId(), listingId, kind: 'room', renterId: renter.userId, ownerId: house.owner.userId, from: day(from), to: day(to), startsAt: at(from, '14:00'), endsAt: at(to, '12:00'),
    quantity: 1, total, quote: { total, lines: [] } as unknown as BookingFacts['quote'], status: 'confirmed', createdAt: now, updatedAt: now, action: 'request', actorId: renter.userId,
    listingTitle: 'Standard room', timeZone: 'Europe/Riga', version: 1, ...differences,
  };
}

const all = async (): Promise<readonly ReservationView[]> => (await house.ask(FindReservations, {})).items;
const of = async ({ id }: BookingFacts) => (await all()).filter(({ bookingId }) => bookingId === id);
const when = (booking: BookingFacts, isSo: (stays: readonly ReservationView[]) => boolean) =>
  waitUntil(async () => {
    const stays = await of(booking);
    return isSo(stays) ? stays : undefined;
  });
const followed = ({ id }: BookingFacts) => standInBooking.followed.filter(({ bookingId }) => bookingId === id).map(({ status }) => status);

async function arrives(booking: BookingFacts): Promise<ReservationView> {
  await hotel.tell(BookingConfirmed, booking);
  return (await when(booking, (stays) => stays.length === 1))[0]!;
}

describe('A room that is booked like any listing', () => {
  it('has a reservation with a room, on the board and among the arrivals, once however often it is told', async () => {
    const booking = booked(0, 2);
    for (let time = 0; time < 3; time += 1) await hotel.tell(BookingConfirmed, booking);
    const [stay] = await when(booking, (stays) => stays.length > 0);
    expect(stay).toMatchObject({ status: 'confirmed', roomId: expect.any(String) as string, userId: renter.userId, total: booking.total, from: booking.from, to: booking.to });
    await arrives(booked(3, 4));
    expect(await of(booking)).toHaveLength(1);
    expect((await house.ask(FindArrivals, {})).items).toMatchObject([{ id: stay!.id }]);
    expect((await house.ask(GetBoard, { from: day(0), to: day(1) })).items.flatMap(({ days }) => days.map(({ state }) => state)).sort()).toEqual(['booked', 'free']);
    expect((await hotel.ask(FindOwnStays, {}, renter)).items.map(({ id }) => id)).toContain(stay!.id);
    expect(standInBooking.claims.some(({ reservationId }) => reservationId === stay!.id)).toBe(false);
  });

  it('is followed by its booking when the guest comes and leaves, also when booking was away', async () => {
    const booking = booked(0, 2);
    const { id: reservationId } = await arrives(booking);
    expect(await house.ask(CheckIn, { reservationId })).toMatchObject({ status: 'in_progress', paid: booking.total });
    expect(followed(booking)).toEqual(['in_progress']);
    standInBooking.mood = 'away';
    await house.ask(CheckOut, { reservationId });
    standInBooking.mood = 'well';
    hotel.clock.set(at(0, '10:00'));
    await waitUntil(async () => followed(booking).includes('completed'));
    await hotel.tell(BookingCompleted, { ...booking, status: 'completed', version: 3 });
    await arrives(booked(3, 4));
    expect(await of(booking)).toMatchObject([{ status: 'completed' }]);
    expect((await house.ask(FindHousekeeping, {})).items).toHaveLength(1);
  });

  it('moves with its booking, and an older word about it changes nothing', async () => {
    const booking = booked(0, 2);
    await arrives(booking);
    await hotel.tell(BookingChanged, { ...booking, from: day(1), to: day(4), startsAt: at(1, '14:00'), endsAt: at(4, '12:00'), total: { amount: 30_000, currency: 'EUR' }, version: 3 });
    await when(booking, ([stay]) => stay!.to === day(4));
    await hotel.tell(BookingChanged, { ...booking, version: 2 });
    await arrives(booked(5, 6));
    expect(await of(booking)).toMatchObject([{ from: day(1), to: day(4), total: { amount: 30_000, currency: 'EUR' }, roomId: expect.any(String) as string }]);
  });

  it.each([['cancelled', BookingCancelled], ['no_show', BookingNoShow]] as const)('that is %s is nobody else\'s loss: its room is free again', async (status, fact) => {
    const booking = booked(0, 2);
    const { roomId } = await arrives(booking);
    await hotel.tell(fact, { ...booking, status, version: 2 });
    await when(booking, ([stay]) => stay!.status === status);
    expect((await house.reserve(0, 2, { roomId })).status).toBe('confirmed');
  });

  it('that was called off before it was heard of has no reservation', async () => {
    const booking = booked(0, 2);
    await hotel.tell(BookingCancelled, { ...booking, status: 'cancelled', version: 2 });
    await hotel.tell(BookingConfirmed, booking);
    await arrives(booked(3, 4));
    expect(await of(booking)).toEqual([]);
  });

  it('is called off at the desk, and its booking with it; other nights are the booking\'s to say', async () => {
    const booking = booked(0, 2);
    const { id: reservationId } = await arrives(booking);
    expect(await refusalOf(house.ask(ChangeReservation, { reservationId, to: day(3) }))).toBe('made-by-booking');
    await house.ask(CancelReservation, { reservationId, reason: 'The roof leaks.' });
    expect(standInBooking.followed.filter(({ bookingId }) => bookingId === booking.id)).toEqual([{ bookingId: booking.id, status: 'cancelled', actorId: house.owner.userId, reason: 'The roof leaks.' }]);
  });

  it('of several rooms has a reservation for each, which share its price, and ends with the last of them', async () => {
    const booking = booked(0, 2, { quantity: 2, total: { amount: 25_001, currency: 'EUR' } });
    await hotel.tell(BookingConfirmed, booking);
    const [one, other] = (await when(booking, (stays) => stays.length === 2)) as [ReservationView, ReservationView];
    expect(one.roomId).not.toBe(other.roomId);
    expect([one.total.amount, other.total.amount].sort()).toEqual([12_500, 12_501]);
    await house.ask(CheckIn, { reservationId: one.id });
    await house.ask(CheckOut, { reservationId: one.id });
    await house.ask(CancelReservation, { reservationId: other.id });
    expect(followed(booking)).toEqual(['in_progress', 'in_progress', 'completed']);
  });

  it('that fits by number and beside no promise waits for a room, and holds up nobody who fits without it', async () => {
    const [one, two] = house.roomIds as [string, string];
    const first = await house.reserve(1, 2, { roomId: one });
    await house.reserve(2, 3, { roomId: two });
    const booking = booked(1, 3);
    expect((await arrives(booking)).roomId).toBeUndefined();
    const inBetween = await house.reserve(4, 5);
    expect(inBetween.roomId).toBeDefined();
    await house.ask(CancelReservation, { reservationId: first.id });
    const [seated] = await when(booking, ([stay]) => stay!.roomId !== undefined);
    expect(seated!.roomId).toBe(one);
  });

  it('is the hotel\'s own reservation from then on where it was called off while its guest came in', async () => {
    const booking = booked(0, 2);
    const { id: reservationId } = await arrives(booking);
    await house.ask(CheckIn, { reservationId });
    await hotel.tell(BookingCancelled, { ...booking, status: 'cancelled', version: 2 });
    await waitUntil(async () => (await of(booking)).length === 0);
    hotel.clock.set(at(0, '10:00'));
    await waitUntil(async () => standInBooking.claims.some((claim) => claim.reservationId === reservationId));
    expect((await all()).find(({ id }) => id === reservationId)).toMatchObject({ status: 'in_progress' });
  });
});
