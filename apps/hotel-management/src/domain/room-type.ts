import type { PriceRule } from '@bookable/kernel';

export type RoomCategory = 'economy' | 'standard' | 'luxury';

/** What makes two rooms the same thing to a guest who books: they are sold together and assigned late. */
export interface RoomKind {
  readonly category: RoomCategory;
  readonly beds: number;
  readonly minibar: boolean;
}

/** The price of a night by category and beds, in minor units. */
export interface BaseRate {
  readonly category: RoomCategory;
  readonly beds: number;
  readonly amount: number;
}

/** A hotel's rates: what a night costs (E2), and what it costs in seasons, on some days and weekdays (E13). */
export interface Rates {
  readonly base: readonly BaseRate[];
  readonly minibar: number;
  readonly rules?: readonly PriceRule[];
}

/** Whether two rooms are of one type. */
export function areOfOneType(one: RoomKind, other: RoomKind): boolean {
  return one.category === other.category && one.beds === other.beds && one.minibar === other.minibar;
}

/** The price of a night in a room of a kind; undefined where the hotel has set none, so it is not offered. */
export function nightAmount(kind: RoomKind, rates: Rates): number | undefined {
  const base = rates.base.find((rate) => rate.category === kind.category && rate.beds === kind.beds);
  return base && base.amount + (kind.minibar ? rates.minibar : 0);
}

/** Whether a type is on offer: it has a price and at least one room. */
export function isOffered(rooms: number, amount: number | undefined): amount is number {
  return rooms > 0 && amount !== undefined;
}

/** The first base rate that names the same category and beds as an earlier one, if any. */
export function repeatedRate(rates: Rates): BaseRate | undefined {
  return rates.base.find((rate, index) => rates.base.findIndex((other) => other.category === rate.category && other.beds === rate.beds) < index);
}
