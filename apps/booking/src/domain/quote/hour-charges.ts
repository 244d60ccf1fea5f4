import { type Period, addDays, dayAt, money, shareOfMoney, startOfDay, unitPricesOf } from '@bookable/kernel';
import type { Resource } from '../resource';
import type { Stay } from '../stay';
import { rangesOf } from './day-charges';
import { type PricedUnits, inGroups, inputsOf, ruleOf } from './priced-units';
import type { Charge } from './quote-line';

const MINUTE_MS = 60_000;
const MINUTES_IN_HOUR = 60;

/** So many minutes of one local day. */
interface DayShare {
  readonly day: string;
  readonly minutes: number;
}

/**
 * Hours, each at the price of the local day it lies in: whole hours of one price together, and what is left of the last one
 * as its share, rounded to the minor unit for each place.
 */
export function hourCharges({ during, quantity }: Stay, { unit, price, timeZone }: Resource): Charge[] {
  const priceOn = unitPricesOf(price, unit);
  // Finding local days takes the time zone data; without rules every hour costs the same.
  const shares = price.rules?.length ? sharesOfDays(during, timeZone) : [{ day: '', minutes: minutesOf(during) }];
  const groups = inGroups(shares.map((share) => ({ price: priceOn(share.day), of: share })));
  return groups.flatMap((group) => chargesOf(group, quantity, price.currency)).filter(({ units }) => units > 0);
}

function chargesOf({ price, all }: PricedUnits<DayShare>, quantity: number, currency: string): Charge[] {
  const minutes = all.reduce((sum, share) => sum + share.minutes, 0);
  const rest = minutes % MINUTES_IN_HOUR;
  const inputs = typeof price.by === 'string' ? {} : { ...inputsOf(price), periods: rangesOf(all.map(({ day }) => day)) };
  const partAmount = shareOfMoney(money(price.amount, currency), rest, MINUTES_IN_HOUR).amount;
  return [
    { rule: ruleOf(price), units: ((minutes - rest) / MINUTES_IN_HOUR) * quantity, unitAmount: price.amount, inputs },
    { rule: 'part-hour', units: rest === 0 ? 0 : quantity, unitAmount: partAmount, inputs: { ...inputs, minutes: rest, baseAmount: price.amount } },
  ];
}

/** A period cut where local days begin; a day of 23 or 25 hours has as many. */
function sharesOfDays({ fromMs, toMs }: Period, timeZone: string): DayShare[] {
  const shares: DayShare[] = [];
  for (let day = dayAt(fromMs, timeZone), startMs = fromMs; startMs < toMs; day = addDays(day, 1)) {
    const endMs = Math.min(toMs, startOfDay(addDays(day, 1), timeZone));
    if (endMs <= startMs) continue;
    shares.push({ day, minutes: minutesOf({ fromMs: startMs, toMs: endMs }) });
    startMs = endMs;
  }
  return shares;
}

function minutesOf({ fromMs, toMs }: Period): number {
  return Math.round((toMs - fromMs) / MINUTE_MS);
}
