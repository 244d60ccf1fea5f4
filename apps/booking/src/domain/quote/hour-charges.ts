import { money, shareOfMoney } from '@bookable/kernel';
import type { Resource } from '../resource';
import type { Stay } from '../stay';
import type { Charge } from './quote-line';

const MINUTE_MS = 60_000;
const MINUTES_IN_HOUR = 60;

/** Whole hours, and what is left of the last one as its share, rounded to the minor unit for each place. */
export function hourCharges({ during, quantity }: Stay, { price }: Resource): Charge[] {
  const minutes = Math.round((during.toMs - during.fromMs) / MINUTE_MS);
  const rest = minutes % MINUTES_IN_HOUR;
  const charges: Charge[] = [
    { rule: 'unit', units: ((minutes - rest) / MINUTES_IN_HOUR) * quantity, unitAmount: price.amount },
    { rule: 'part-hour', units: rest === 0 ? 0 : quantity, unitAmount: shareOfMoney(money(price.amount, price.currency), rest, MINUTES_IN_HOUR).amount },
  ];
  return charges.filter(({ units }) => units > 0);
}
