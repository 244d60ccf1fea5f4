import { type PricePlan, startOfDay } from '@bookable/kernel';
import type { Locale, PromotionTerms, Quote } from '../quote/quote-line';
import { quoteStay } from '../quote/quote-stay';
import { readStay } from '../read-stay';
import { Refusal } from '../refusal';
import { type Resource, UNIT_OF_PRICE } from '../resource';
import type { StayWish } from '../stay';

/** Where a wish comes from: somebody asked what it costs, or booked it. */
export type WishSource = 'asked' | 'booked';

/** What somebody wanted of a resource; not a word about who. */
export interface PastWish {
  readonly id: string;
  readonly source: WishSource;
  /** The local day on which it was asked or booked. */
  readonly day: string;
  readonly times: number;
  readonly wish: StayWish;
  readonly promotion?: PromotionTerms;
}

/** A wish with its quote under either plan. */
export interface PriceDifference {
  readonly past: PastWish;
  readonly from: string;
  readonly to: string;
  readonly before: Quote;
  readonly after: Quote;
  /** What the new plan adds to one such stay, in minor units. */
  readonly change: number;
}

/** What all wishes of a source come to. */
export interface PreviewedTotal {
  readonly count: number;
  readonly before: number;
  readonly after: number;
}

/** Why a plan cannot be compared with the present one, if it cannot. */
export function incomparablePlan({ unit, price: present }: Pick<Resource, 'unit' | 'price'>, price: PricePlan): Refusal | undefined {
  if (UNIT_OF_PRICE[price.per] !== unit) return new Refusal('malformed', `must be ${present.per}, as now`, 'price.per');
  return price.currency === present.currency ? undefined : new Refusal('malformed', `must be ${present.currency}, as now`, 'price.currency');
}

/** Quotes a wish under the plan of each resource, as of the day it was asked on; nothing where it cannot be priced now. */
export function comparePrices(past: PastWish, present: Resource, changed: Resource, locale?: Locale): PriceDifference | undefined {
  const { quantity, options, guests, from, to } = past.wish;
  const stay = readStay(present, present.unit === 'session' ? { quantity, guests } : { from, to, quantity, options, guests });
  if (stay instanceof Refusal) return undefined;
  const terms = { bookedAtMs: startOfDay(past.day, present.timeZone), locale, promotion: past.promotion };
  const [before, after] = [quoteStay(stay, present, terms), quoteStay(stay, changed, terms)];
  if (before instanceof Refusal || after instanceof Refusal) return undefined;
  return { past, from: stay.from, to: stay.to, before, after, change: after.total.amount - before.total.amount };
}

/** What the wishes of one source come to; each counts as often as it was asked. */
export function previewedTotal(differences: readonly PriceDifference[], source: WishSource): PreviewedTotal {
  const total = { count: 0, before: 0, after: 0 };
  for (const { past, before, after } of differences) {
    if (past.source !== source) continue;
    total.count += past.times;
    total.before += before.total.amount * past.times;
    total.after += after.total.amount * past.times;
  }
  return total;
}

/** Where a page of differences ends. */
export type DifferenceKey = readonly [size: number, id: string];

export function differenceKey({ change, past }: PriceDifference): DifferenceKey {
  return [Math.abs(change), past.id];
}

/** The differences behind a key, the greatest first; what costs the same is none. */
export function greatestDifferences(differences: readonly PriceDifference[], after?: DifferenceKey): PriceDifference[] {
  const order = ([size, id]: DifferenceKey, [otherSize, otherId]: DifferenceKey) => otherSize - size || (id < otherId ? -1 : Number(id > otherId));
  return differences
    .filter((difference) => difference.change !== 0 && (!after || order(after, differenceKey(difference)) < 0))
    .sort((a, b) => order(differenceKey(a), differenceKey(b)));
}
