import { type PricePlan, addDays } from '@bookable/kernel';
import fc from 'fast-check';
import { aResource, aWorkspace } from '../../../test/builders';
import { type PastWish, type PriceDifference, comparePrices, differenceKey, greatestDifferences, incomparablePlan, previewedTotal } from './compare-prices';

const present = aResource({ capacity: 9 });
const aWish = (differences: Partial<PastWish> = {}): PastWish => ({
  id: 'w', source: 'asked', day: '2026-11-01', times: 1, wish: { from: '2026-12-01', to: '2026-12-03', quantity: 1 }, ...differences,
});
const under = (price: Partial<PricePlan>) => ({ ...present, price: { ...present.price, ...price } });

const wishes = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 400 }), length: fc.integer({ min: 1, max: 40 }), quantity: fc.integer({ min: 1, max: 9 }), times: fc.integer({ min: 1, max: 5 }),
    source: fc.constantFrom('asked' as const, 'booked' as const),
  }).map(({ start, length, quantity, times, source }) => {
    const from = addDays('2026-01-01', start);
    return aWish({ source, times, wish: { from, to: addDays(from, length), quantity } });
  }),
  { maxLength: 30 },
).map((all) => all.map((wish, index) => ({ ...wish, id: `w${index}` })));
const amount = fc.integer({ min: 0, max: 50_000 });
const plans = fc.record({ amount, week: fc.option(amount, { nil: undefined }), weekend: fc.option(amount, { nil: undefined }), cleaningFee: fc.option(amount, { nil: undefined }) });

const compareAll = (all: readonly PastWish[], changed: typeof present): PriceDifference[] => all.map((wish) => comparePrices(wish, present, changed)!);

describe('A preview of prices', () => {
  it('shows no difference where the plan is the same', () => {
    fc.assert(fc.property(wishes, (all) => {
      const compared = compareAll(all, under({}));
      expect(greatestDifferences(compared)).toEqual([]);
      expect(compared.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after))).toBe(true);
    }), { numRuns: 50 });
  });

  it('adds up to the changes it shows, each as often as it was asked, and shows the greatest first', () => {
    fc.assert(fc.property(wishes, plans, (all, plan) => {
      const compared = compareAll(all, under(plan));
      const shown = greatestDifferences(compared);
      for (const source of ['asked', 'booked'] as const) {
        const { count, before, after } = previewedTotal(compared, source);
        expect(after - before).toBe(shown.filter(({ past }) => past.source === source).reduce((sum, { change, past }) => sum + change * past.times, 0));
        expect(count).toBe(all.filter((wish) => wish.source === source).reduce((sum, { times }) => sum + times, 0));
      }
      const sizes = shown.map(({ change }) => Math.abs(change));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      expect(sizes).not.toContain(0);
    }), { numRuns: 50 });
  });

  it('is read page by page without a gap or a repetition', () => {
    fc.assert(fc.property(wishes, plans, (all, plan) => {
      const compared = compareAll(all, under(plan));
      const whole = greatestDifferences(compared).map(({ past }) => past.id);
      const seen: string[] = [];
      for (let page = greatestDifferences(compared).slice(0, 3); page.length > 0; page = greatestDifferences(compared, differenceKey(page.at(-1)!)).slice(0, 3)) {
        seen.push(...page.map(({ past }) => past.id));
      }
      expect(seen).toEqual(whole);
    }), { numRuns: 50 });
  });

  it('prices as of the day it was asked, with the promotion it was asked with', () => {
    const early = under({ discounts: { earlyBird: [{ minDaysAhead: 30, percent: 10 }] } });
    expect(comparePrices(aWish(), present, early)!.change).toBe(-2_000);
    expect(comparePrices(aWish({ day: '2026-11-02' }), present, early)!.change).toBe(0);
    const promoted = comparePrices(aWish({ promotion: { code: 'FAIR', percent: 50 } }), present, under({ amount: 20_000 }))!;
    expect([promoted.before.total.amount, promoted.after.total.amount]).toEqual([10_000, 20_000]);
  });

  it('leaves out what can no longer be priced, and compares no other unit or currency', () => {
    expect(comparePrices(aWish(), aWorkspace(), aWorkspace())).toBeUndefined();
    expect(incomparablePlan(present, { currency: 'EUR', per: 'day', amount: 1 })).toMatchObject({ path: 'price.per' });
    expect(incomparablePlan(present, { currency: 'USD', per: 'night', amount: 1 })).toMatchObject({ path: 'price.currency' });
    expect(incomparablePlan(present, { currency: 'EUR', per: 'night', amount: 1 })).toBeUndefined();
  });
});
