import type { PricePlan, PriceRule } from '@bookable/kernel';
import { type Rates, type RoomKind, nightAmount } from './room-type';

/** The rates of a hotel as the price plan of one type of its rooms; undefined where the type has no price. */
export function pricePlanOf(kind: RoomKind, rates: Rates, currency: string): PricePlan | undefined {
  const amount = nightAmount(kind, rates);
  return amount === undefined ? undefined : { currency, per: 'night', amount, rules: rulesOf(kind, rates) };
}

/** The rules for a kind of room: an amount is the price of a night without a minibar, a percent is of the whole night. */
export function rulesOf({ minibar: hasMinibar }: RoomKind, { minibar, rules = [] }: Rates): PriceRule[] {
  return rules.map((rule) => (rule.amount === undefined || !hasMinibar ? rule : { ...rule, amount: rule.amount + minibar }));
}
