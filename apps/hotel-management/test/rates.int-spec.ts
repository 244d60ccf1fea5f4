import { AddRoom, GetRateCalendar, GetRates, PreviewRates, SetRates } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { type House, RunningHotel, day, refusalOf, somebody } from './running-hotel';

let hotel: RunningHotel;
let house: House;

beforeAll(async () => (hotel = await RunningHotel.start()));
beforeEach(async () => (house = await hotel.open(somebody(), 2)));
afterAll(() => hotel.stop());

const base = [{ category: 'standard', beds: 2, amount: 10_000 }] as const;
const fair = { name: 'Fair', from: day(1), to: day(3), percent: 50, priority: 1 };
const range = { from: day(0), to: day(4) };

describe('The rates of a hotel', () => {
  it('are told for every night and kind of room, with the rule that says so', async () => {
    await house.ask(AddRoom, { number: '201', floor: 2, category: 'standard', beds: 2, minibar: true });
    await house.ask(AddRoom, { number: '301', floor: 3, category: 'luxury', beds: 1, minibar: false });
    await house.ask(SetRates, { base: [...base], minibar: 1_000, rules: [fair] });
    const { currency, roomTypes } = await house.ask(GetRateCalendar, range);
    expect([currency, roomTypes.map(({ category, minibar, rooms }) => [category, minibar, rooms])]).toEqual(['EUR', [['standard', false, 2], ['standard', true, 1], ['luxury', false, 1]]]);
    expect(roomTypes.map(({ days }) => days.map(({ amount, rule }) => [amount, rule]))).toEqual([
      [[10_000, undefined], [15_000, 'Fair'], [15_000, 'Fair'], [10_000, undefined]],
      [[11_000, undefined], [16_500, 'Fair'], [16_500, 'Fair'], [11_000, undefined]],
      [],
    ]);
  });

  it('can be tried out beside those there are, and stay as they were', async () => {
    const before = await house.ask(GetRates, {});
    const { roomTypes } = await house.ask(PreviewRates, { ...range, base: [...base], minibar: 0, rules: [fair, { name: 'Late', from: day(3), amount: 9_000, priority: 0 }] });
    expect(roomTypes[0]!.days).toEqual([
      { date: day(0), present: { amount: 10_000 }, proposed: { amount: 10_000 }, change: 0 },
      { date: day(1), present: { amount: 10_000 }, proposed: { amount: 15_000, rule: 'Fair' }, change: 5_000 },
      { date: day(2), present: { amount: 10_000 }, proposed: { amount: 15_000, rule: 'Fair' }, change: 5_000 },
      { date: day(3), present: { amount: 10_000 }, proposed: { amount: 9_000, rule: 'Late' }, change: -1_000 },
    ]);
    expect((await house.ask(PreviewRates, { ...range, base: [], minibar: 0 })).roomTypes[0]!.days[0]).toEqual({ date: day(0), present: { amount: 10_000 } });
    expect(await house.ask(GetRates, {})).toEqual(before);
  });

  it('are no business of guests and cleaners, and of days that somebody would look at', async () => {
    const cleaner = somebody();
    await hotel.rows(`INSERT INTO staff_member (id, hotel_id, user_id, role, created_at) VALUES ($1, $2, $3, 'cleaner', now())`, [newId(), house.id, cleaner.userId]);
    for (const by of [cleaner, somebody()]) {
      expect(await refusalOf(house.ask(GetRateCalendar, range, by))).toBe('forbidden');
      expect(await refusalOf(house.ask(PreviewRates, { ...range, base: [], minibar: 0 }, by))).toBe('forbidden');
    }
    for (const to of [day(0), day(367)]) expect(await refusalOf(house.ask(GetRateCalendar, { from: day(0), to }))).toBe('malformed');
    expect(await refusalOf(house.ask(PreviewRates, { ...range, base: [...base, ...base], minibar: 0 }))).toBe('malformed');
  });
});
