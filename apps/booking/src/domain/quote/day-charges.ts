import { daysOf } from '@bookable/kernel';
import type { PricePlan } from '../price-plan';
import type { Resource } from '../resource';
import type { Stay } from '../stay';
import { type Package, cheapestMix } from './cheapest-mix';
import type { Charge } from './quote-line';
import { amountOfDay, hasWeekendPrice } from './weekend';

const WEEK_UNITS = 7;
const MONTH_UNITS = 30;

/** Nights or days: the cheapest mix of months, weeks and single units, weekends at their own price. */
export function dayCharges(stay: Stay, { unit, price }: Resource): Charge[] {
  const days = daysOf(stay.from, stay.to);
  const mix = cheapestMix(days.map((day) => amountOfDay(day, unit, price)), packagesOf(price));
  const count = (name: 'week' | 'month') => mix.packages.filter((taken) => taken === name).length;
  const weekendCount = mix.singles.filter((index) => hasWeekendPrice(days[index]!, unit, price)).length;
  const charges: Charge[] = [
    { rule: 'month', units: count('month'), unitAmount: price.month ?? 0 },
    { rule: 'week', units: count('week'), unitAmount: price.week ?? 0 },
    { rule: 'unit', units: mix.singles.length - weekendCount, unitAmount: price.amount },
    { rule: 'weekend', units: weekendCount, unitAmount: price.weekend ?? 0 },
  ];
  return charges.filter(({ units }) => units > 0).map((charge) => ({ ...charge, units: charge.units * stay.quantity }));
}

function packagesOf({ week, month }: PricePlan): Package<'week' | 'month'>[] {
  const packages: Package<'week' | 'month'>[] = [];
  if (week !== undefined) packages.push({ name: 'week', unitCount: WEEK_UNITS, amount: week });
  if (month !== undefined) packages.push({ name: 'month', unitCount: MONTH_UNITS, amount: month });
  return packages;
}
