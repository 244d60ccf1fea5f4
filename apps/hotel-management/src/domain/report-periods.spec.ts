import { addDays, daysBetween, daysOf, weekdayOf } from '@bookable/kernel';
import * as fc from 'fast-check';
import { inPeriods } from './report-periods';

const stretch = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 120 })).map(([start, count]) => {
  const from = addDays('2015-12-20', start);
  return daysOf(from, addDays(from, count));
});
const by = fc.constantFrom('day', 'week', 'month');

describe('the periods of a report', () => {
  it('are all of its days, each once and in order', () => {
    fc.assert(fc.property(stretch, by, (days, period) => expect(inPeriods(days, period).flat()).toEqual(days)));
  });

  it('are of one week or month each, and as long as they can be', () => {
    fc.assert(
      fc.property(stretch, (days) => {
        const nameOf = { day: (day: string) => day, week: (day: string) => addDays(day, 1 - weekdayOf(day)), month: (day: string) => day.slice(0, 7) };
        for (const period of ['day', 'week', 'month'] as const) {
          const names = inPeriods(days, period).map((some) => [...new Set(some.map(nameOf[period]))]);
          expect(names.every(({ length }) => length === 1)).toBe(true);
          expect(new Set(names.flat()).size).toBe(names.length);
        }
      }),
    );
  });

  it('may begin and end in the middle of a month, of a leap year too', () => {
    const months = inPeriods(daysOf('2016-01-31', '2016-03-02'), 'month');
    expect(months.map((days) => [days[0], daysBetween(days[0]!, days.at(-1)!) + 1])).toEqual([['2016-01-31', 1], ['2016-02-01', 29], ['2016-03-01', 1]]);
  });
});
