import fc from 'fast-check';
import { HORIZON_DAYS, RING_DAYS, dayNumber, earliestToday, ringOf, wantedDays } from './day-ring';

const TODAY = dayNumber('2026-11-21');
const isSet = (bits: string, day: number) => bits[day % RING_DAYS] === '1';
const range = fc.tuple(fc.integer({ min: TODAY - 50, max: TODAY + 900 }), fc.integer({ min: 1, max: 60 })).map(([from, length]) => ({ from, to: from + length }));

describe('the ring of days', () => {
  it('has a bit for exactly the days that are taken, from today to the end of the ring', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 10 }), (ranges) => {
        const bits = ringOf(ranges, TODAY);
        const days = Array.from({ length: RING_DAYS }, (_, index) => TODAY + index);
        expect(days.filter((day) => isSet(bits, day))).toEqual(days.filter((day) => ranges.some(({ from, to }) => day >= from && day < to)));
      }),
    );
  });

  it('meets what is wanted exactly where a taken day lies within it, as far as the horizon', () => {
    fc.assert(
      fc.property(range, range, (taken, wanted) => {
        const [have, want] = [ringOf([taken], TODAY), wantedDays(wanted, TODAY)];
        const meets = [...have].some((bit, index) => bit === '1' && want[index] === '1');
        const from = Math.max(taken.from, wanted.from, TODAY);
        expect(meets).toBe(from < Math.min(taken.to, wanted.to, TODAY + HORIZON_DAYS));
      }),
    );
  });

  it('lets days that passed unnoticed harm no search for as long as the slack lasts', () => {
    const bits = ringOf([{ from: TODAY, to: TODAY + 3 }], TODAY);
    const later = TODAY + (RING_DAYS - HORIZON_DAYS);
    const wanted = wantedDays({ from: later, to: later + HORIZON_DAYS }, later);
    expect([...bits].some((bit, index) => bit === '1' && wanted[index] === '1')).toBe(false);
  });

  it.each([['1970-01-01', 0], ['2024-02-29', 19_782], ['2024-03-01', 19_783], ['2026-03-29', 20_541]])('counts %s as day %d', (day, number) => {
    expect(dayNumber(day)).toBe(number);
  });

  it('takes a day for past only once it is over everywhere', () => {
    expect(earliestToday(new Date('2026-11-22T11:59:59Z'))).toBe(TODAY);
    expect(earliestToday(new Date('2026-11-22T12:00:00Z'))).toBe(TODAY + 1);
  });
});
