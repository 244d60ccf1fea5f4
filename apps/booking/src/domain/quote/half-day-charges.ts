import { addDays, money, shareOfMoney } from '@bookable/kernel';
import type { Resource } from '../resource';
import type { Stay } from '../stay';
import type { Charge } from './quote-line';
import { amountOfDay } from './weekend';

/** An early arrival costs half of the first night, a late departure half of the last one (E11). */
export function halfDayCharges({ from, to, quantity, options = {} }: Stay, { unit, price }: Resource): Charge[] {
  const half = (day: string) => shareOfMoney(money(amountOfDay(day, unit, price), price.currency), 1, 2).amount;
  const charges: Charge[] = [];
  if (options.earlyCheckIn !== undefined) charges.push({ rule: 'early-check-in', units: quantity, unitAmount: half(from) });
  if (options.lateCheckOut !== undefined) charges.push({ rule: 'late-check-out', units: quantity, unitAmount: half(addDays(to, -1)) });
  return charges;
}
