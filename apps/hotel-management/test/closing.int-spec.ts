import { CheckIn, CheckOut, type ClosedDayView, FindClosedDays, GetReservation, GetRevenueReport, RefundPayment, TakePayment } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { type House, RunningHotel, at, day, refusalOf, somebody } from './running-hotel';
import { standInBooking } from './stand-in-booking';

let hotel: RunningHotel;
let house: House;

beforeAll(async () => {
  hotel = await RunningHotel.start();
  await hotel.replica();
});
beforeEach(async () => (house = await hotel.open(somebody(), 2)));
afterAll(() => hotel.stop());

const closedDays = async (of = house): Promise<readonly ClosedDayView[]> => (await of.ask(FindClosedDays, { from: day(0), to: day(60), limit: 100 })).items;
const status = async (reservationId: string) => (await house.ask(GetReservation, { reservationId })).status;

/** The days of a hotel once so many of them are closed. */
async function onceClosed(count: number, of = house): Promise<readonly ClosedDayView[]> {
  return waitUntil(async () => {
    const days = await closedDays(of);
    return days.length >= count ? days : undefined;
  });
}

describe('The days of a hotel', () => {
  it('are closed at four in the morning of the next one, where the hotel stands, and not a minute sooner', async () => {
    const { id } = await house.reserve(0, 2);
    const inMoscow = await hotel.open(somebody(), 1);
    await hotel.rows("UPDATE hotel SET time_zone = 'Europe/Moscow', next_close_at = NULL WHERE id = $1", [inMoscow.id]);
    hotel.clock.set(at(1, '03:59'));
    expect(await onceClosed(1, inMoscow)).toMatchObject([{ day: day(0), timeZone: 'Europe/Moscow' }]);
    expect([await closedDays(), await status(id)]).toEqual([[], 'confirmed']);
    hotel.clock.set(at(1, '04:00'));
    expect(await onceClosed(1)).toMatchObject([{ day: day(0), closedAt: new Date(at(1, '04:00')).toISOString(), noShowIds: [id], nightsSold: 0, nightsAvailable: 2, occupancy: 0 }]);
    expect(await status(id)).toBe('no_show');
    hotel.clock.set(at(1, '04:01'));
    await waitUntil(() => !standInBooking.claims.some(({ reservationId }) => reservationId === id));
  });

  it('have the night of a guest who comes after midnight, and the money where it was paid', async () => {
    const { id } = await house.reserve(0, 1);
    hotel.clock.set(at(1, '02:00'));
    await house.ask(CheckIn, { reservationId: id });
    hotel.clock.set(at(1, '04:00'));
    expect(await onceClosed(1)).toMatchObject([{ nightsSold: 1, arrivals: 0, income: [], noShowIds: [] }]);
    hotel.clock.set(at(1, '11:00'));
    await house.ask(CheckOut, { reservationId: id });
    hotel.clock.set(at(2, '04:00'));
    const [, second] = await onceClosed(2);
    expect(second).toMatchObject({ day: day(1), nightsSold: 0, arrivals: 1, departures: 1, income: [{ paid: { amount: 10_000, currency: 'EUR' }, revenue: { amount: 10_000 } }] });
  });

  it('stay as they were closed; what is given back later is of the day it is given back on', async () => {
    const guest = await house.guest(0, 4);
    hotel.clock.set(at(1, '04:00'));
    const [first] = await onceClosed(1);
    await house.ask(RefundPayment, { reservationId: guest.id, paymentId: guest.payments[0]!.id, amount: 2_500 });
    hotel.clock.set(at(1, '15:00'));
    await house.ask(TakePayment, { reservationId: guest.id, method: 'card', amount: 900 });
    await house.ask(CheckOut, { reservationId: guest.id });
    hotel.clock.set(at(2, '04:00'));
    const days = await onceClosed(2);
    expect(days[0]).toEqual(first);
    expect(days.map(({ income }) => income[0]!.revenue.amount)).toEqual([40_000, -1_600]);
  });

  it('are closed one after another where nobody was there for days, once each though two come back, and say what the report says', async () => {
    const [missed, guest] = [await house.reserve(1, 4), await house.guest(0, 2)];
    await hotel.downUntil(at(5, '12:00'));
    const days = await onceClosed(5);
    expect(days.map((one) => [one.day, one.noShowIds, one.overdueIds])).toEqual([
      [day(0), [], []], [day(1), [missed.id], []], [day(2), [], [guest.id]], [day(3), [], [guest.id]], [day(4), [], [guest.id]],
    ]);
    const { periods } = await house.ask(GetRevenueReport, { from: day(0), to: day(5) });
    expect(days.map((one) => [one.nightsSold, one.nightsAvailable, one.income[0]?.revenue.amount ?? 0])).toEqual(periods.map((one) => [one.nightsSold, one.nightsAvailable, one.revenue.amount]));
    expect(await hotel.rows("SELECT actor_id FROM reservation_step WHERE reservation_id = $1 AND action = 'no-show'", [missed.id])).toEqual([{ actor_id: null }]);
  });

  it('touch, also where the hotel is moved to another time zone between two of them', async () => {
    hotel.clock.set(at(1, '04:00'));
    await onceClosed(1);
    await hotel.rows("UPDATE hotel SET time_zone = 'Asia/Tokyo' WHERE id = $1", [house.id]);
    hotel.clock.set(at(4, '04:00'));
    await onceClosed(3);
    const spans = await hotel.rows<{ beginsAt: Date; endsAt: Date }>('SELECT begins_at AS "beginsAt", ends_at AS "endsAt" FROM closed_day WHERE hotel_id = $1 ORDER BY day', [house.id]);
    expect(spans.slice(1).map(({ beginsAt }) => beginsAt)).toEqual(spans.slice(0, -1).map(({ endsAt }) => endsAt));
  });

  it('are closed though those of another hotel cannot be', async () => {
    const broken = await hotel.open(somebody(), 1);
    await hotel.rows("UPDATE hotel SET time_zone = 'Nowhere/Land', next_close_at = NULL WHERE id = $1", [broken.id]);
    hotel.clock.set(at(1, '04:00'));
    await onceClosed(1);
    await hotel.rows("UPDATE hotel SET time_zone = 'Europe/Riga' WHERE id = $1", [broken.id]);
    await onceClosed(1, broken);
  });

  it('are read page by page, and by owners alone', async () => {
    await hotel.downUntil(at(3, '12:00'));
    await onceClosed(3);
    const first = await house.ask(FindClosedDays, { from: day(0), to: day(3), limit: 2 });
    const second = await house.ask(FindClosedDays, { from: day(0), to: day(3), limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map((one) => one.day)).toEqual([day(0), day(1), day(2)]);
    expect(second.nextCursor).toBeNull();
    const administrator = somebody();
    await hotel.rows(`INSERT INTO staff_member (id, hotel_id, user_id, role, created_at) VALUES ($1, $2, $3, 'administrator', now())`, [newId(), house.id, administrator.userId]);
    for (const by of [administrator, somebody()]) expect(await refusalOf(house.ask(FindClosedDays, { from: day(0), to: day(3) }, by))).toBe('forbidden');
    expect(await refusalOf(house.ask(FindClosedDays, { from: day(3), to: day(3) }))).toBe('malformed');
  });
});
