import { weekdayOf } from './local-time';
import { money, shareOfMoney } from './money';
import type { PricePlan, PriceRule } from './price-plan';

const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;
const WHOLE_PERCENT = 100;

/** What one unit of the price of a resource lasts. */
export type UnitOfTime = 'night' | 'day' | 'hour' | 'session';

/** What one unit costs by itself on a day, and what says so. */
export interface UnitPrice {
  readonly amount: number;
  readonly by: 'unit' | 'weekend' | PricedRule;
}

/** A rule of the plan, with what a unit costs under it. */
export interface PricedRule extends PriceRule {
  readonly unitAmount: number;
  /** What its percent is of. */
  readonly baseAmount: number;
}

/** The nights of Friday and Saturday, the days of Saturday and Sunday; hours and seats know no weekend. */
function fallsOnWeekend(day: string, unit: UnitOfTime): boolean {
  const weekday = weekdayOf(day);
  if (unit === 'night') return weekday === FRIDAY || weekday === SATURDAY;
  return unit === 'day' && (weekday === SATURDAY || weekday === SUNDAY);
}

/**
 * What a unit costs on any day: the price of the foremost rule that holds on it, else of the weekend, else the base.
 * In which order the plan lists its rules says nothing.
 */
export function unitPricesOf(plan: PricePlan, unit: UnitOfTime): (day: string) => UnitPrice {
  const rules = (plan.rules ?? []).map((rule) => ({ ...rule, unitAmount: amountUnder(rule, plan), baseAmount: plan.amount })).sort(byPrecedence);
  return (day) => {
    const rule = rules.find((candidate) => holdsOn(day, candidate));
    if (rule) return { amount: rule.unitAmount, by: rule };
    if (plan.weekend !== undefined && fallsOnWeekend(day, unit)) return { amount: plan.weekend, by: 'weekend' };
    return { amount: plan.amount, by: 'unit' };
  };
}

function holdsOn(day: string, { from, to, weekdays }: PriceRule): boolean {
  if (from !== undefined && day < from) return false;
  if (to !== undefined && day >= to) return false;
  return weekdays === undefined || weekdays.includes(weekdayOf(day));
}

function amountUnder({ amount, percent = 0 }: PriceRule, plan: PricePlan): number {
  return amount ?? shareOfMoney(money(plan.amount, plan.currency), Math.max(0, WHOLE_PERCENT + percent), WHOLE_PERCENT).amount;
}

type Precedence = (rule: PricedRule) => number;

/**
 * Which of two rules comes first, question by question: the higher priority; of equal ones the one with dates, then the
 * one with weekdays, then the dearer one. Rules that are equal in all of it differ in their name at most.
 */
const PRECEDENCE: readonly Precedence[] = [
  ({ priority }) => priority,
  ({ from, to }) => (from === undefined && to === undefined ? 0 : 1),
  ({ weekdays }) => (weekdays === undefined ? 0 : 1),
  ({ unitAmount }) => unitAmount,
  ({ amount }) => (amount === undefined ? 0 : 1),
  ({ percent = 0 }) => percent,
];

function byPrecedence(a: PricedRule, b: PricedRule): number {
  for (const weigh of PRECEDENCE) {
    const difference = weigh(b) - weigh(a);
    if (difference !== 0) return difference;
  }
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
