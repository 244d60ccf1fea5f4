import { money, sumMoney } from '@bookable/kernel';
import { Refusal } from '../refusal';
import type { Resource, UnitOfTime } from '../resource';
import type { Stay } from '../stay';
import { cleaningFeeCharges } from './cleaning-fee-charges';
import { dayCharges } from './day-charges';
import { halfDayCharges } from './half-day-charges';
import { hourCharges } from './hour-charges';
import { lineLabel } from './line-labels';
import type { Charge, Locale, Quote, QuoteLine } from './quote-line';
import { seatCharges } from './seat-charges';

type ChargeRule = (stay: Stay, resource: Resource) => Charge[];

/** Which rules make the lines, by the unit of time and in the order a person reads them. */
const CHARGE_RULES: Readonly<Record<UnitOfTime, readonly ChargeRule[]>> = {
  night: [dayCharges, halfDayCharges, cleaningFeeCharges],
  day: [dayCharges, cleaningFeeCharges],
  hour: [hourCharges, cleaningFeeCharges],
  session: [seatCharges],
};

/** What a stay costs, line by line. A sum beyond exact integers is refused rather than rounded. */
export function quoteStay(stay: Stay, resource: Resource, locale: Locale = 'en'): Quote | Refusal {
  const { price, unit } = resource;
  const charges = CHARGE_RULES[unit].flatMap((rule) => rule(stay, resource));
  const sum = charges.reduce((total, { units, unitAmount }) => total + units * unitAmount, 0);
  if (!Number.isSafeInteger(sum)) return new Refusal('over-capacity', 'This is more than can be paid at once.');
  const lines = charges.map((charge) => lineOf(charge, unit, locale));
  const total = sumMoney(lines.map(({ amount }) => money(amount, price.currency)), price.currency);
  return price.deposit ? { total, lines, deposit: money(price.deposit * stay.quantity, price.currency) } : { total, lines };
}

function lineOf({ rule, units, unitAmount }: Charge, unit: UnitOfTime, locale: Locale): QuoteLine {
  return { label: lineLabel(rule, unit, locale), rule, units, unitAmount, amount: units * unitAmount };
}
