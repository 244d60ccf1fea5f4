import { type PricePlan, type PriceRule, addDays, dayAt } from '@bookable/kernel';
import type { Resource } from '../src/domain/resource';
import type { Stay } from '../src/domain/stay';

const QUARTER_MS = 900_000;

/** Half of a minor unit and more is a whole one. */
const halfUp = (amount: number, numerator: number, denominator: number): number => Number((2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator)));

/** What a plan asks for a stay, computed unit by unit and way by way: slow and plainly right. Discounts are of `unitSum`. */
export function naiveTotal(stay: Stay, resource: Resource, bookedAtMs: number): number {
  const { price, timeZone } = resource;
  const unitSum = unitSumOf(stay, resource) * (resource.unit === 'hour' ? 1 : stay.quantity);
  const daysAhead = Math.max(0, (Date.parse(dayAt(stay.during.fromMs, timeZone)) - Date.parse(dayAt(bookedAtMs, timeZone))) / 86_400_000);
  const best = (percents: number[]) => Math.max(0, ...percents);
  const { lengthOfStay = [], earlyBird = [], lastMinute = [] } = price.discounts ?? {};
  const percent = best(lengthOfStay.filter((one) => stay.unitCount >= one.minUnits).map((one) => one.percent))
    + best(earlyBird.filter((one) => daysAhead >= one.minDaysAhead).map((one) => one.percent))
    + best(lastMinute.filter((one) => daysAhead <= one.maxDaysAhead).map((one) => one.percent));
  const times = { stay: 1, unit: Math.ceil(stay.unitCount) * stay.quantity, person: stay.guests ?? stay.quantity };
  const fees = (price.fees ?? []).reduce((sum, { amount, per }) => sum + amount * times[per], price.cleaningFee ?? 0);
  return unitSum - halfUp(unitSum, Math.min(100, percent), 100) + fees;
}

function unitSumOf(stay: Stay, resource: Resource): number {
  const { price, unit } = resource;
  if (unit === 'hour') return sumOfQuarters(stay, resource);
  if (unit === 'session') return amountOn(dayAt(stay.during.fromMs, resource.timeZone), price, unit);
  const amounts: number[] = [];
  for (let day = stay.from; day < stay.to; day = addDays(day, 1)) amounts.push(amountOn(day, price, unit));
  return cheapestFrom(amounts, price, 0, new Map());
}

function cheapestFrom(amounts: readonly number[], plan: PricePlan, start: number, known: Map<number, number>): number {
  if (start === amounts.length) return 0;
  const before = known.get(start);
  if (before !== undefined) return before;
  const ways = [amounts[start]! + cheapestFrom(amounts, plan, start + 1, known)];
  for (const [length, amount] of [[7, plan.week], [30, plan.month]] as const) {
    if (amount !== undefined && start + length <= amounts.length) ways.push(amount + cheapestFrom(amounts, plan, start + length, known));
  }
  known.set(start, Math.min(...ways));
  return known.get(start)!;
}

/** Every quarter of an hour is asked for its day and its reason; what has the same reason is rounded together. */
function sumOfQuarters({ during, quantity }: Stay, { price, timeZone, unit }: Resource): number {
  const quarters = new Map<string, { amount: number; count: number }>();
  for (let at = during.fromMs; at < during.toMs; at += QUARTER_MS) {
    const day = dayAt(at, timeZone);
    const rule = foremost(day, price);
    const amount = amountOn(day, price, unit);
    const key = rule ? JSON.stringify([rule.name, amount, rule.amount === undefined ? rule.percent : null]) : '';
    quarters.set(key, { amount, count: (quarters.get(key)?.count ?? 0) + 1 });
  }
  return [...quarters.values()].reduce((sum, { amount, count }) => sum + quantity * (Math.floor(count / 4) * amount + halfUp(amount, count % 4, 4)), 0);
}

function amountOn(day: string, plan: PricePlan, unit: Resource['unit']): number {
  const rule = foremost(day, plan);
  if (rule) return amountUnder(rule, plan);
  const weekend = { night: [5, 6], day: [0, 6], hour: [], session: [] }[unit] as number[];
  return plan.weekend !== undefined && weekend.includes(new Date(day).getUTCDay()) ? plan.weekend : plan.amount;
}

const amountUnder = ({ amount, percent = 0 }: PriceRule, plan: PricePlan): number => amount ?? halfUp(plan.amount, 100 + percent, 100);

/** The rule that no other one of the day comes before. */
function foremost(day: string, plan: PricePlan): PriceRule | undefined {
  const weekday = ((new Date(day).getUTCDay() + 6) % 7) + 1;
  const holding = (plan.rules ?? []).filter(({ from = '', to = '9999', weekdays = [1, 2, 3, 4, 5, 6, 7] }) => from <= day && day < to && weekdays.includes(weekday));
  return holding.find((one) => holding.every((other) => !comesBefore(other, one, plan)));
}

function comesBefore(a: PriceRule, b: PriceRule, plan: PricePlan): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  const dated = ({ from, to }: PriceRule) => from !== undefined || to !== undefined;
  if (dated(a) !== dated(b)) return dated(a);
  if ((a.weekdays === undefined) !== (b.weekdays === undefined)) return a.weekdays !== undefined;
  const [amountOfA, amountOfB] = [amountUnder(a, plan), amountUnder(b, plan)];
  if (amountOfA !== amountOfB) return amountOfA > amountOfB;
  if ((a.amount === undefined) !== (b.amount === undefined)) return a.amount !== undefined;
  if ((a.percent ?? 0) !== (b.percent ?? 0)) return (a.percent ?? 0) > (b.percent ?? 0);
  return a.name < b.name;
}
