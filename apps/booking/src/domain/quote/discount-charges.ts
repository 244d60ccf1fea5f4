import { type Discounts, dayAt, daysBetween, money, shareOfMoney } from '@bookable/kernel';
import type { Resource } from '../resource';
import type { Stay } from '../stay';
import type { Charge, LineInputs, PromotionTerms, QuoteRule } from './quote-line';

const WHOLE_PERCENT = 100;

/** A share of the price of the units that is taken off it. */
interface Reduction {
  readonly rule: QuoteRule;
  readonly percent: number;
  readonly inputs: LineInputs;
}

/** What a discount depends on beside the stay. */
export interface DiscountBasis {
  /** What the units cost together, before any discount. Options and fees are never reduced. */
  readonly unitSum: number;
  readonly bookedAtMs: number;
  readonly promotion?: PromotionTerms;
}

/**
 * Discounts add up: each is a share of the same sum, not of what another has left, and together they are never more than it.
 * They are rounded as one, so that dividing a discount into several never gains anybody a cent. An amount of a promotion
 * comes last, out of what is left.
 */
export function discountCharges(stay: Stay, resource: Resource, { unitSum, bookedAtMs, promotion }: DiscountBasis): Charge[] {
  const reductions = reductionsOf(stay, resource, bookedAtMs);
  if (promotion?.percent !== undefined) reductions.push({ rule: 'promotion', percent: promotion.percent, inputs: { code: promotion.code } });
  const whole = money(unitSum, resource.price.currency);
  const charges: Charge[] = [];
  let percentSoFar = 0;
  let offSoFar = 0;
  for (const { rule, percent, inputs } of reductions) {
    percentSoFar = Math.min(WHOLE_PERCENT, percentSoFar + percent);
    const off = shareOfMoney(whole, percentSoFar, WHOLE_PERCENT).amount - offSoFar;
    offSoFar += off;
    charges.push(takenOff(rule, off, { ...inputs, percent, baseAmount: unitSum }));
  }
  if (promotion?.amount !== undefined) charges.push(takenOff('promotion', Math.min(promotion.amount, unitSum - offSoFar), { code: promotion.code }));
  return charges;
}

/** Of each kind of discount the greatest whose condition is met. */
function reductionsOf(stay: Stay, { price: { discounts }, timeZone }: Resource, bookedAtMs: number): Reduction[] {
  if (!discounts) return [];
  const { lengthOfStay = [], earlyBird = [], lastMinute = [] } = discounts;
  const reductions: Reduction[] = [];
  const long = greatest(lengthOfStay.filter(({ minUnits }) => stay.unitCount >= minUnits));
  if (long) reductions.push({ rule: 'length-of-stay', percent: long.percent, inputs: { minUnits: long.minUnits } });
  if (!booksByDaysAhead(discounts)) return reductions;
  const daysAhead = daysFromBookingToStay(stay, timeZone, bookedAtMs);
  const early = greatest(earlyBird.filter(({ minDaysAhead }) => daysAhead >= minDaysAhead));
  const late = greatest(lastMinute.filter(({ maxDaysAhead }) => daysAhead <= maxDaysAhead));
  if (early) reductions.push({ rule: 'early-bird', percent: early.percent, inputs: { daysAhead } });
  if (late) reductions.push({ rule: 'last-minute', percent: late.percent, inputs: { daysAhead } });
  return reductions;
}

/** Whether anybody has to know what day it is; finding that out takes the time zone data. */
function booksByDaysAhead({ earlyBird = [], lastMinute = [] }: Discounts): boolean {
  return earlyBird.length > 0 || lastMinute.length > 0;
}

/** Counted in local days, as people do; a stay that has begun is none ahead. */
function daysFromBookingToStay({ during }: Stay, timeZone: string, bookedAtMs: number): number {
  return Math.max(0, daysBetween(dayAt(bookedAtMs, timeZone), dayAt(during.fromMs, timeZone)));
}

function greatest<Discount extends { readonly percent: number }>(met: readonly Discount[]): Discount | undefined {
  return [...met].sort((a, b) => b.percent - a.percent)[0];
}

function takenOff(rule: QuoteRule, off: number, inputs: LineInputs): Charge {
  // Nothing taken off would be -0, which JSON and equality tell from 0.
  return { rule, units: 1, unitAmount: 0 - off, inputs };
}
