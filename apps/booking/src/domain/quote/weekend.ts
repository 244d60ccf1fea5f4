import { weekdayOf } from '@bookable/kernel';
import type { PricePlan } from '../price-plan';
import type { UnitOfTime } from '../resource';

const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

/** The nights of Friday and Saturday, the days of Saturday and Sunday. */
export function fallsOnWeekend(day: string, unit: UnitOfTime): boolean {
  const weekday = weekdayOf(day);
  return unit === 'night' ? weekday === FRIDAY || weekday === SATURDAY : weekday === SATURDAY || weekday === SUNDAY;
}

/** Whether this night or day has a price of its own for being on a weekend. */
export function hasWeekendPrice(day: string, unit: UnitOfTime, plan: PricePlan): plan is PricePlan & { readonly weekend: number } {
  return plan.weekend !== undefined && fallsOnWeekend(day, unit);
}

/** What one night or day costs by itself. */
export function amountOfDay(day: string, unit: UnitOfTime, plan: PricePlan): number {
  return hasWeekendPrice(day, unit, plan) ? plan.weekend : plan.amount;
}
