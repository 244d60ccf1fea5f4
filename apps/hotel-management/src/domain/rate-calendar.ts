import { unitPricesOf } from '@bookable/kernel';
import { pricePlanOf } from './price-plan';
import type { Rates, RoomKind } from './room-type';

/** What a night costs, and the name of the rule that says so where one does. */
export interface NightRate {
  readonly amount: number;
  readonly rule?: string;
}

/** What each night costs in a room of a kind, by the rule that booking quotes by; undefined where such rooms have no price. */
export function nightRates(kind: RoomKind, rates: Rates, currency: string): ((day: string) => NightRate) | undefined {
  const plan = pricePlanOf(kind, rates, currency);
  if (!plan) return undefined;
  const priceOn = unitPricesOf(plan, 'night');
  return (day) => {
    const { amount, by } = priceOn(day);
    return typeof by === 'string' ? { amount } : { amount, rule: by.name };
  };
}
