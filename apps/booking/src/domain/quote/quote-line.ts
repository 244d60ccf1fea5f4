import type { CancellationPolicy, Money } from '@bookable/kernel';

/** The rule that makes a line of a quote. */
export type QuoteRule =
  | 'month' | 'week' | 'unit' | 'weekend' | 'price-rule' | 'part-hour' | 'seat'
  | 'early-check-in' | 'late-check-out'
  | 'length-of-stay' | 'early-bird' | 'last-minute' | 'promotion'
  | 'fee' | 'cleaning-fee';

/** The languages a quote can be explained in. */
export type Locale = 'en' | 'ru';

/** Days in a row: the first included, the last excluded. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** A promotion of the listing that the renter has named: a share of the price of the units, or an amount. */
export interface PromotionTerms {
  readonly code: string;
  readonly percent?: number;
  readonly amount?: number;
}

/** What a rule has made its line of. */
export interface LineInputs {
  /** Of the rule or fee of the plan; the owner has named it. */
  readonly name?: string;
  /** The local days whose units the line is for. */
  readonly periods?: readonly DayRange[];
  readonly percent?: number;
  /** What the percent, the half or the part is of. */
  readonly baseAmount?: number;
  /** What the units of a package cost one by one, for one place. */
  readonly separateAmount?: number;
  readonly minutes?: number;
  readonly minUnits?: number;
  readonly daysAhead?: number;
  /** What a fee is multiplied by. */
  readonly per?: 'stay' | 'unit' | 'person';
  readonly code?: string;
}

/** What a rule adds to the price: `units` times `unitAmount`, in minor units; discounts add less than nothing. */
export interface Charge {
  readonly rule: QuoteRule;
  readonly units: number;
  readonly unitAmount: number;
  readonly inputs?: LineInputs;
}

/** A charge in words, with its sum. */
export interface QuoteLine extends Charge {
  readonly label: string;
  readonly amount: number;
  /** The listing it is of, where that is one that is booked beside. */
  readonly listingId?: string;
}

/** A price with every line explained; the lines always sum to the total. */
export interface Quote {
  readonly total: Money;
  readonly lines: readonly QuoteLine[];
  /** No part of the total: it is given back. */
  readonly deposit?: Money;
  /** For how many people, where that was said. */
  readonly guests?: number;
  /** The promotion that was asked for with it. */
  readonly promotion?: PromotionTerms;
  /** What comes back when the renter cancels, where the owner has chosen. */
  readonly cancellation?: CancellationPolicy;
}
