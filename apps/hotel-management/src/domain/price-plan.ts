import type { PricePlan } from '@bookable/kernel';
import { type Rates, type RoomKind, nightAmount } from './room-type';

/** The rates of a hotel as the price plan of one type of its rooms; undefined where the type has no price. */
export function pricePlanOf(kind: RoomKind, rates: Rates, currency: string): PricePlan | undefined {
  const amount = nightAmount(kind, rates);
  return amount === undefined ? undefined : { currency, per: 'night', amount };
}
