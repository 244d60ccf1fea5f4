import type { PricePlan } from '@bookable/kernel';

/** A season without a beginning or an end is open there; one that ends before it begins is a slip. */
export function seasonsBeginBeforeTheyEnd({ rules = [] }: PricePlan): boolean {
  return rules.every(({ from, to }) => from === undefined || to === undefined || from < to);
}

/** A rule that said both an amount and a percent would contradict itself; one that said neither would say nothing. */
export function priceRulesSayOneThing({ rules = [] }: PricePlan): boolean {
  return rules.every(({ amount, percent }) => (amount === undefined) !== (percent === undefined));
}
