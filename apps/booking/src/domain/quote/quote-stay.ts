import { money, sumMoney } from '@bookable/kernel';
import { Refusal } from '../refusal';
import type { Resource, UnitOfTime } from '../resource';
import type { Stay } from '../stay';
import { dayCharges } from './day-charges';
import { discountCharges } from './discount-charges';
import { feeCharges } from './fee-charges';
import { halfDayCharges } from './half-day-charges';
import { hourCharges } from './hour-charges';
import { lineLabel } from './line-labels';
import type { Charge, Locale, PromotionTerms, Quote, QuoteLine } from './quote-line';
import { seatCharges } from './seat-charges';

type ChargeRule = (stay: Stay, resource: Resource) => Charge[];

/** Which rule prices the units themselves, and what may be sold beside them. */
const CHARGE_RULES: Readonly<Record<UnitOfTime, { readonly units: ChargeRule; readonly options?: ChargeRule }>> = {
  night: { units: dayCharges, options: halfDayCharges },
  day: { units: dayCharges },
  hour: { units: hourCharges },
  session: { units: seatCharges },
};

/** What a price depends on beside the stay and the plan. */
export interface QuoteTerms {
  readonly bookedAtMs: number;
  readonly locale?: Locale;
  readonly promotion?: PromotionTerms;
}

/**
 * What a stay costs, line by line, in the order a person reads them: units, discounts, options, fees. The same stay under
 * the same plan and terms gives the same bytes for ever. A sum beyond exact integers is refused rather than rounded.
 */
export function quoteStay(stay: Stay, resource: Resource, { bookedAtMs, locale = 'en', promotion }: QuoteTerms): Quote | Refusal {
  const { price, unit, rules } = resource;
  const { units, options } = CHARGE_RULES[unit];
  const unitCharges = units(stay, resource);
  const unitSum = sumOf(unitCharges);
  const beside = [...(options?.(stay, resource) ?? []), ...feeCharges(stay, resource)];
  if (!Number.isSafeInteger(unitSum + sumOf(beside))) return new Refusal('over-capacity', 'This is more than can be paid at once.');
  const charges = [...unitCharges, ...discountCharges(stay, resource, { unitSum, bookedAtMs, promotion }), ...beside];
  const lines = charges.map((charge) => lineOf(charge, unit, locale));
  return {
    total: sumMoney(lines.map(({ amount }) => money(amount, price.currency)), price.currency),
    lines,
    ...(price.deposit && { deposit: money(price.deposit * stay.quantity, price.currency) }),
    ...(stay.guests !== undefined && { guests: stay.guests }),
    ...(promotion && { promotion }),
    ...(rules.cancellation && { cancellation: rules.cancellation }),
  };
}

function sumOf(charges: readonly Charge[]): number {
  return charges.reduce((sum, { units, unitAmount }) => sum + units * unitAmount, 0);
}

function lineOf(charge: Charge, unit: UnitOfTime, locale: Locale): QuoteLine {
  const { rule, units, unitAmount, inputs } = charge;
  return { label: lineLabel(charge, unit, locale), rule, units, unitAmount, amount: units * unitAmount, ...(inputs && Object.keys(inputs).length > 0 && { inputs }) };
}
