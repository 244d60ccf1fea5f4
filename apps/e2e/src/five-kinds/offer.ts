import type { SeededChance } from '../seeded-chance';

/** What is asked for; nothing but a quantity for an event, which has its own time. */
export interface Stretch {
  readonly from?: string;
  readonly to?: string;
  readonly quantity: number;
}

/** Something on offer in the race, and how people ask for it. */
export interface Offer {
  readonly kind: string;
  readonly listingId: string;
  /** How many places there are at every moment. */
  readonly capacity: number;
  /** A stretch that more people want than it has places; nobody gives one back. */
  readonly wantedByAll: Stretch;
  /** Some other stretch, drawn; undefined where the offer has one stretch only. */
  readonly draw?: (chance: SeededChance) => Stretch;
}

/** One stretch that somebody got and kept, as the system answered it. */
export interface Sold {
  readonly listingId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly quantity: number;
}

/** The most places of a listing that are sold at any one moment: a sum of ranges is highest where one of them begins. */
export function mostSoldAtOnce(sold: readonly Sold[], listingId: string): number {
  const own = sold.filter((one) => one.listingId === listingId).map((one) => ({ fromMs: Date.parse(one.startsAt), toMs: Date.parse(one.endsAt), quantity: one.quantity }));
  const taken = ({ fromMs: moment }: { fromMs: number }) => own.reduce((sum, one) => (one.fromMs <= moment && moment < one.toMs ? sum + one.quantity : sum), 0);
  return own.reduce((most, one) => Math.max(most, taken(one)), 0);
}

/** How many places of a listing are sold that begin at one moment. */
export function soldFrom(sold: readonly Sold[], listingId: string, startsAtMs: number): number {
  return sold.filter((one) => one.listingId === listingId && Date.parse(one.startsAt) === startsAtMs).reduce((sum, { quantity }) => sum + quantity, 0);
}
