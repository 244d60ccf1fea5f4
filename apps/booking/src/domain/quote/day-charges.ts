import { type PricePlan, type UnitPrice, addDays, daysOf, unitPricesOf } from '@bookable/kernel';
import type { Resource } from '../resource';
import type { Stay } from '../stay';
import { type LaidPackage, type Package, cheapestMix } from './cheapest-mix';
import { type PricedUnits, inGroups, inputsOf, ruleOf } from './priced-units';
import type { Charge, DayRange } from './quote-line';

const WEEK_UNITS = 7;
const MONTH_UNITS = 30;

type PackageName = 'month' | 'week';

/** Nights or days: the cheapest mix of months, weeks and single units, each unit at the price of its day. */
export function dayCharges({ from, to, quantity }: Stay, { unit, price }: Resource): Charge[] {
  const days = daysOf(from, to);
  const prices = days.map(unitPricesOf(price, unit));
  const mix = cheapestMix(prices.map(({ amount }) => amount), packagesOf(price));
  const singles = inGroups(mix.singles.map((index) => ({ price: prices[index]!, of: days[index]! })));
  const charges = [
    ...(['month', 'week'] as const).flatMap((name) => packageCharge(name, mix.packages, days, prices)),
    ...singles.map(singleCharge),
  ];
  return charges.map((charge) => ({ ...charge, units: charge.units * quantity }));
}

function packagesOf({ week, month }: PricePlan): Package<PackageName>[] {
  const packages: Package<PackageName>[] = [];
  if (week !== undefined) packages.push({ name: 'week', unitCount: WEEK_UNITS, amount: week });
  if (month !== undefined) packages.push({ name: 'month', unitCount: MONTH_UNITS, amount: month });
  return packages;
}

/** All packages of one length, with the days they cover and what those would cost one by one. */
function packageCharge(name: PackageName, laid: readonly LaidPackage<PackageName>[], days: readonly string[], prices: readonly UnitPrice[]): Charge[] {
  const ofThisLength = laid.filter((candidate) => candidate.name === name);
  const [first] = ofThisLength;
  if (!first) return [];
  const indexes = ofThisLength.flatMap(({ start, unitCount }) => Array.from({ length: unitCount }, (_, offset) => start + offset));
  const separateAmount = indexes.reduce((sum, index) => sum + prices[index]!.amount, 0);
  const periods = rangesOf(indexes.map((index) => days[index]!));
  return [{ rule: name, units: ofThisLength.length, unitAmount: first.amount, inputs: { periods, separateAmount } }];
}

function singleCharge({ price, all }: PricedUnits<string>): Charge {
  return { rule: ruleOf(price), units: all.length, unitAmount: price.amount, inputs: { ...inputsOf(price), periods: rangesOf(all) } };
}

/** Days in order, as the stretches they make up. */
export function rangesOf(days: readonly string[]): DayRange[] {
  const ranges: { from: string; to: string }[] = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last?.to === day) last.to = addDays(day, 1);
    else ranges.push({ from: day, to: addDays(day, 1) });
  }
  return ranges;
}
