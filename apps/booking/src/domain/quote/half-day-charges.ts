import { addDays, money, shareOfMoney, unitPricesOf } from '@bookable/kernel';
import type { Resource } from '../resource';
import type { Stay } from '../stay';
import type { Charge, QuoteRule } from './quote-line';

/** An early arrival costs half of the first night, a late departure half of the last one (E11). */
export function halfDayCharges({ from, to, quantity, options = {} }: Stay, { unit, price }: Resource): Charge[] {
  const priceOn = unitPricesOf(price, unit);
  const halfOf = (rule: QuoteRule, day: string): Charge => {
    const { amount: baseAmount } = priceOn(day);
    const unitAmount = shareOfMoney(money(baseAmount, price.currency), 1, 2).amount;
    return { rule, units: quantity, unitAmount, inputs: { periods: [{ from: day, to: addDays(day, 1) }], baseAmount } };
  };
  const charges: Charge[] = [];
  if (options.earlyCheckIn !== undefined) charges.push(halfOf('early-check-in', from));
  if (options.lateCheckOut !== undefined) charges.push(halfOf('late-check-out', addDays(to, -1)));
  return charges;
}
