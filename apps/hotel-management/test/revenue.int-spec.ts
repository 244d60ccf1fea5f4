import type { ReportPeriod, RevenueFigures } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { type ServiceDatabase, StandingClock, aContextOf, anActor, startServiceDatabase } from '@bookable/platform-testing';
import * as fc from 'fast-check';
import { ReportRevenue } from '../src/application/money/report-revenue';
import { StaffDoor } from '../src/application/staff-door';
import { HotelStore } from '../src/persistence/hotel.store';
import { MIGRATIONS } from '../src/persistence/migrations/all-migrations';
import { RevenueReader } from '../src/persistence/revenue.reader';
import { type Counts, type DrawnHotel, countedPlainly, drawnHotel } from './drawn-hotel';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const countsOf = ({ paid, refunded, nightsSold, nightsAvailable }: RevenueFigures): Counts => ({ paid: paid.amount, refunded: refunded.amount, sold: nightsSold, available: nightsAvailable });
const instant = (ms: number | null) => (ms === null ? null : new Date(ms));

describe('the report of what a hotel has brought in', () => {
  const owner = aContextOf(anActor());
  const clock = new StandingClock(new Date(0));
  let postgres: ServiceDatabase;
  let report: ReportRevenue;

  beforeAll(async () => {
    postgres = await startServiceDatabase({ service: 'hotel-management', entities: [], migrations: MIGRATIONS });
    // Rooms are drawn here without a look at who else is in them, and refunds of nothing; to what is counted that is all the same.
    await postgres.database.query('ALTER TABLE room_assignment DROP CONSTRAINT room_is_given_once');
    await postgres.database.query('ALTER TABLE payment DROP CONSTRAINT refund_names_its_payment, DROP CONSTRAINT payment_is_refunded_once');
    report = new ReportRevenue(postgres.database, new StaffDoor(postgres.database, new HotelStore()), new RevenueReader(), clock);
  });
  afterAll(() => postgres.stop());

  const run = (sql: string, ...params: unknown[]) => postgres.database.query(sql, params);

  async function keep({ id, timeZone, rooms, stays, today }: DrawnHotel): Promise<void> {
    clock.set(`${today}T12:00:00Z`);
    await run('TRUNCATE hotel CASCADE');
    await run(`INSERT INTO hotel (id, owner_id, name, city, time_zone, lat, lng, currency, check_in, check_out, created_at) VALUES ($1, $2, 'Inn', 'Riga', $3, 0, 0, 'EUR', '14:00', '12:00', now())`, id, owner.actor!.userId, timeZone);
    await run(`INSERT INTO staff_member (id, hotel_id, user_id, role, created_at) VALUES ($1, $2, $3, 'owner', now())`, newId(), id, owner.actor!.userId);
    const types = { economy: newId(), luxury: newId() };
    for (const [category, typeId] of Object.entries(types)) await run('INSERT INTO room_type (id, hotel_id, category, beds, minibar) VALUES ($1, $2, $3, 1, false)', typeId, id, category);
    for (const [index, { id: roomId, category, addedMs, removedMs }] of rooms.entries()) {
      await run('INSERT INTO room (id, hotel_id, room_type_id, number, floor, added_at, removed_at) VALUES ($1, $2, $3, $4, 1, $5, $6)', roomId, id, types[category], `${index}`, instant(addedMs), instant(removedMs));
    }
    for (const stay of stays) {
      await run(
        `INSERT INTO reservation (id, hotel_id, room_type_id, stay_from, stay_to, starts_at, ends_at, status, word_number, currency, checked_in_at, checked_out_at, created_at, updated_at, version)
         VALUES ($1, $2, $3, $4, $5, $4::date, $5::date, $6, 1, 'EUR', $7, $8, now(), now(), 1)`,
        stay.id, id, types[stay.category], stay.from, stay.to, stay.outMs === null ? 'in_progress' : 'completed', instant(stay.inMs), instant(stay.outMs));
      for (const { roomId, fromMs, toMs } of stay.seats) await run('INSERT INTO room_assignment VALUES ($1, $2, tstzrange($3, $4))', stay.id, roomId, instant(fromMs), instant(toMs));
      for (const { atMs, amount, roomId } of stay.payments) {
        await run(`INSERT INTO payment (id, reservation_id, hotel_id, method, amount, currency, taken_by, at, room_id, room_type_id) VALUES ($1, $2, $3, 'cash', $4, 'EUR', $5, $6, $7, $8)`,
          newId(), stay.id, id, amount, owner.actor!.userId, instant(atMs), roomId, types[stay.category]);
      }
    }
  }

  it('counts what looking at every day, room and stay would count, by whatever it is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(drawnHotel, fc.constantFrom<ReportPeriod>('day', 'week', 'month'), async (hotel, by) => {
        await keep(hotel);
        const { from, to } = hotel;
        const { total, periods, categories, rooms } = await report.execute({ hotelId: hotel.id, from, to, by }, owner);
        expect(countsOf(total)).toEqual(countedPlainly(hotel, from, to));
        expect([periods[0]!.from, periods.at(-1)!.to, periods.slice(1).map((one) => one.from)]).toEqual([from, to, periods.slice(0, -1).map((one) => one.to)]);
        for (const period of periods) expect({ ...period, ...countsOf(period) }).toMatchObject(countedPlainly(hotel, period.from, period.to));
        for (const { category, ...figures } of categories) expect([category, countsOf(figures)]).toEqual([category, countedPlainly(hotel, from, to, { category })]);
        for (const { roomId, ...figures } of rooms) expect([roomId, countsOf(figures)]).toEqual([roomId, countedPlainly(hotel, from, to, { roomId })]);
        for (const parts of [periods, categories, rooms]) {
          expect(parts.reduce((sum, part) => sum + part.revenue.amount, 0)).toBe(total.revenue.amount);
          expect(parts.reduce((sum, part) => sum + part.nightsSold, 0)).toBe(total.nightsSold);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('adds up from any ranges that touch', async () => {
    await fc.assert(
      fc.asyncProperty(drawnHotel.filter(({ from, to }) => from < to), fc.nat(13), async (hotel, cut) => {
        await keep(hotel);
        const { periods, total } = await report.execute({ hotelId: hotel.id, from: hotel.from, to: hotel.to }, owner);
        const middle = periods[cut % periods.length]!.from;
        if (middle === hotel.from) return;
        const [before, after] = await Promise.all([[hotel.from, middle], [middle, hotel.to]].map(([from, to]) => report.execute({ hotelId: hotel.id, from: from!, to: to! }, owner)));
        expect(before!.total.revenue.amount + after!.total.revenue.amount).toBe(total.revenue.amount);
        expect(before!.total.nightsSold + after!.total.nightsSold).toBe(total.nightsSold);
      }),
      { numRuns: 6 },
    );
  });

  it('keeps currencies apart, and says that there are others', async () => {
    const [hotel] = fc.sample(drawnHotel, { numRuns: 1, seed: 1 });
    await keep({ ...hotel!, stays: [{ ...STAY, from: hotel!.from, to: hotel!.to, inMs: Date.parse(`${hotel!.from}T10:00:00Z`) }] });
    await run(`UPDATE payment SET currency = 'USD', at = $2 WHERE hotel_id = $1`, hotel!.id, new Date(`${hotel!.from}T12:00:00Z`));
    const asked = { hotelId: hotel!.id, from: hotel!.from, to: hotel!.to };
    expect(await report.execute(asked, owner)).toMatchObject({ currency: 'EUR', currencies: ['USD'], total: { paid: { amount: 0, currency: 'EUR' } } });
    expect(await report.execute({ ...asked, currency: 'USD' }, owner)).toMatchObject({ currency: 'USD', total: { paid: { amount: 12_345, currency: 'USD' } } });
  });

  it('is for owners alone, and for days that somebody would read', async () => {
    const [hotel] = fc.sample(drawnHotel, { numRuns: 1, seed: 2 });
    await keep(hotel!);
    const administrator = aContextOf(anActor());
    await run(`INSERT INTO staff_member (id, hotel_id, user_id, role, created_at) VALUES ($1, $2, $3, 'administrator', now())`, newId(), hotel!.id, administrator.actor!.userId);
    for (const by of [administrator, aContextOf(anActor())]) await expect(report.execute({ hotelId: hotel!.id, from: '2026-01-01', to: '2026-02-01' }, by)).rejects.toEqual(refused('forbidden'));
    for (const to of ['2026-01-01', '2025-12-31', '2036-01-10']) await expect(report.execute({ hotelId: hotel!.id, from: '2026-01-01', to }, owner)).rejects.toEqual(refused('malformed'));
    const empty = await report.execute({ hotelId: hotel!.id, from: '1999-01-01', to: '2008-12-31', by: 'month' }, owner);
    expect([empty.periods.length, empty.total, empty.currencies]).toEqual([120, expect.objectContaining({ nightsSold: 0, nightsAvailable: 0 }), []]);
  });
});

const STAY = { id: newId(), category: 'economy', outMs: null, seats: [], payments: [{ atMs: 0, amount: 12_345, roomId: null }] } as const;
