import fc from 'fast-check';
import { type Package, cheapestMix } from './cheapest-mix';

const WEEK = 7;
const MONTH = 30;

/** Every way there is, one by one; slow and plainly right. */
function cheapestByTryingAll(amounts: readonly number[], packages: readonly Package<string>[]): number {
  if (amounts.length === 0) return 0;
  const [first, ...rest] = amounts;
  const ways = [first! + cheapestByTryingAll(rest, packages)];
  for (const { unitCount, amount } of packages) {
    if (unitCount <= amounts.length) ways.push(amount + cheapestByTryingAll(amounts.slice(unitCount), packages));
  }
  return Math.min(...ways);
}

const amounts = fc.integer({ min: 0, max: 500 });
const packagesOf = (week: number | null, month: number | null): Package<'week' | 'month'>[] => [
  ...(week === null ? [] : [{ name: 'week' as const, unitCount: WEEK, amount: week }]),
  ...(month === null ? [] : [{ name: 'month' as const, unitCount: MONTH, amount: month }]),
];
const packages = fc.tuple(fc.option(fc.integer({ min: 0, max: 4_000 })), fc.option(fc.integer({ min: 0, max: 12_000 }))).map(([week, month]) => packagesOf(week, month));

function costOf(unitAmounts: readonly number[], offered: readonly Package<'week' | 'month'>[]): number {
  const mix = cheapestMix(unitAmounts, offered);
  const ofPackages = mix.packages.map(({ amount }) => amount);
  return [...ofPackages, ...mix.singles.map((index) => unitAmounts[index]!)].reduce((sum, amount) => sum + amount, 0);
}

describe('The cheapest mix', () => {
  it('costs what the best of all ways costs', () => {
    fc.assert(fc.property(fc.array(amounts, { minLength: 1, maxLength: 38 }), packages, (unitAmounts, offered) => {
      expect(costOf(unitAmounts, offered)).toBe(cheapestByTryingAll(unitAmounts, offered));
    }), { numRuns: 300 });
  });

  it('pays for every unit exactly once', () => {
    fc.assert(fc.property(fc.array(amounts, { maxLength: 400 }), packages, (unitAmounts, offered) => {
      const mix = cheapestMix(unitAmounts, offered);
      const covered = mix.packages.flatMap(({ start, unitCount }) => Array.from({ length: unitCount }, (_, offset) => start + offset));
      expect([...covered, ...mix.singles].sort((a, b) => a - b)).toEqual(unitAmounts.map((_, index) => index));
    }));
  });

  it('never costs more than paying one by one', () => {
    fc.assert(fc.property(fc.array(amounts, { maxLength: 100 }), packages, (unitAmounts, offered) => {
      expect(costOf(unitAmounts, offered)).toBeLessThanOrEqual(unitAmounts.reduce((sum, amount) => sum + amount, 0));
    }));
  });

  it('takes the week for seven nights, and lays it over the dearest neighbours of eight', () => {
    expect(cheapestMix(Array(7).fill(100), packagesOf(600, null))).toMatchObject({ packages: [{ name: 'week', start: 0 }], singles: [] });
    expect(cheapestMix([100, 100, 100, 100, 100, 100, 100, 300], packagesOf(600, null))).toMatchObject({ packages: [{ name: 'week', start: 1 }], singles: [0] });
  });

  it('leaves a week alone that costs more than its nights', () => {
    expect(cheapestMix(Array(7).fill(100), packagesOf(701, null)).packages).toEqual([]);
  });
});
