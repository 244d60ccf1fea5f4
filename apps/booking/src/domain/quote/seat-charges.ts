import { dayAt, unitPricesOf } from '@bookable/kernel';
import type { Resource } from '../resource';
import type { Stay } from '../stay';
import { inputsOf, ruleOf } from './priced-units';
import type { Charge } from './quote-line';

/** The seats of an event, at the price of the local day on which it begins. */
export function seatCharges({ during, quantity }: Stay, { price, timeZone, unit }: Resource): Charge[] {
  if (!price.rules?.length) return [{ rule: 'seat', units: quantity, unitAmount: price.amount }];
  const seat = unitPricesOf(price, unit)(dayAt(during.fromMs, timeZone));
  const rule = ruleOf(seat);
  return [rule === 'price-rule' ? { rule, units: quantity, unitAmount: seat.amount, inputs: inputsOf(seat) } : { rule: 'seat', units: quantity, unitAmount: seat.amount }];
}
