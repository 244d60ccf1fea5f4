import type { Money } from '@bookable/kernel';

/** The rule that makes a line of a quote. */
export type QuoteRule = 'month' | 'week' | 'unit' | 'weekend' | 'part-hour' | 'seat' | 'early-check-in' | 'late-check-out' | 'cleaning-fee';

/** The languages a quote can be explained in. */
export type Locale = 'en' | 'ru';

/** What a rule adds to the price: `units` times `unitAmount`, in minor units. */
export interface Charge {
  readonly rule: QuoteRule;
  readonly units: number;
  readonly unitAmount: number;
}

/** A charge in words, with its sum. */
export interface QuoteLine extends Charge {
  readonly label: string;
  readonly amount: number;
}

/** A price with every line explained; the lines always sum to the total. */
export interface Quote {
  readonly total: Money;
  readonly lines: readonly QuoteLine[];
  /** No part of the total: it is given back. */
  readonly deposit?: Money;
}
