import { type PriceRule, daysOf, weekdayOf } from '@bookable/kernel';
import * as fc from 'fast-check';
import { nightRates } from './rate-calendar';

const standard = { category: 'standard', beds: 2, minibar: false } as const;
const withMinibar = { ...standard, minibar: true };
const base = [{ category: 'standard', beds: 2, amount: 10_000 }] as const;
const days = daysOf('2028-02-25', '2028-03-06');

describe('what the nights of a kind of room cost', () => {
  it('is the base price, with a minibar where there is one, and nothing where there is no price', () => {
    expect(nightRates(standard, { base, minibar: 500 }, 'EUR')!('2028-02-29')).toEqual({ amount: 10_000 });
    expect(nightRates(withMinibar, { base, minibar: 500 }, 'EUR')!('2028-02-29')).toEqual({ amount: 10_500 });
    expect(nightRates({ ...standard, beds: 3 }, { base, minibar: 500 }, 'EUR')).toBeUndefined();
  });

  it('is what the foremost rule says, by its name: a percent of the whole night, an amount to which a minibar is added', () => {
    const rules: PriceRule[] = [
      { name: 'Leap day', from: '2028-02-29', to: '2028-03-01', amount: 7_000, priority: 9 },
      { name: 'Weekend', weekdays: [5, 6], percent: 20, priority: 1 },
    ];
    const priceOf = (kind: typeof standard | typeof withMinibar) => ['2028-02-26', '2028-02-28', '2028-02-29'].map(nightRates(kind, { base, minibar: 500, rules }, 'EUR')!);
    expect(priceOf(standard)).toEqual([{ amount: 12_000, rule: 'Weekend' }, { amount: 10_000 }, { amount: 7_000, rule: 'Leap day' }]);
    expect(priceOf(withMinibar)).toEqual([{ amount: 12_600, rule: 'Weekend' }, { amount: 10_500 }, { amount: 7_500, rule: 'Leap day' }]);
  });

  it('names, whatever the rules, one of the highest priority that hold on the day', () => {
    const day = fc.constantFrom(...days);
    const rule = fc.record({ from: fc.option(day, { nil: undefined }), to: fc.option(day, { nil: undefined }), weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: undefined }), priority: fc.nat(3), amount: fc.nat(20_000) });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), (drawn) => {
        const rules = drawn.map((one, index) => ({ ...one, name: `${index}` }));
        const rateOn = nightRates(standard, { base, minibar: 0, rules }, 'EUR')!;
        for (const date of days) {
          const holding = rules.filter(({ from = '', to = '9', weekdays = [1, 2, 3, 4, 5, 6, 7] }) => from <= date && date < to && weekdays.includes(weekdayOf(date)));
          const highest = holding.filter(({ priority }) => holding.every((other) => other.priority <= priority));
          const rate = rateOn(date);
          if (holding.length === 0) expect(rate).toEqual({ amount: 10_000 });
          else expect(highest.map(({ name, amount }) => ({ rule: name, amount }))).toContainEqual(rate);
        }
      }),
    );
  });
});
