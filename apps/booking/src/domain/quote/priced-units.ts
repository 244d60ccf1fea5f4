import type { UnitPrice } from '@bookable/kernel';
import type { LineInputs, QuoteRule } from './quote-line';

/** Units that cost the same for the same reason, so that one line can say them. */
export interface PricedUnits<Of> {
  readonly price: UnitPrice;
  readonly all: readonly Of[];
}

/** What has no reason of its own comes first, then the weekend, then the rules in the order of the days they are first met on. */
const RANK: Readonly<Record<'unit' | 'weekend' | 'price-rule', number>> = { unit: 0, weekend: 1, 'price-rule': 2 };

/** Gathers what costs the same for the same reason. */
export function inGroups<Of>(units: readonly { readonly price: UnitPrice; readonly of: Of }[]): PricedUnits<Of>[] {
  const groups = new Map<string, { price: UnitPrice; all: Of[] }>();
  for (const { price, of } of units) {
    const key = reasonOf(price);
    const group = groups.get(key);
    if (group) group.all.push(of);
    else groups.set(key, { price, all: [of] });
  }
  return [...groups.values()].sort((a, b) => RANK[ruleOf(a.price)] - RANK[ruleOf(b.price)]);
}

/** The word for what says the price. */
export function ruleOf({ by }: UnitPrice): Extract<QuoteRule, 'unit' | 'weekend' | 'price-rule'> {
  return typeof by === 'string' ? by : 'price-rule';
}

/** What the rule of the plan has made its price of. */
export function inputsOf({ by }: UnitPrice): LineInputs {
  if (typeof by === 'string') return {};
  const { name, amount, percent, baseAmount } = by;
  return amount === undefined ? { name, percent, baseAmount } : { name };
}

function reasonOf({ amount, by }: UnitPrice): string {
  return typeof by === 'string' ? by : JSON.stringify([by.name, amount, by.amount === undefined ? by.percent : null]);
}
