import type { Period } from '@bookable/kernel';

/** Arriving earlier or leaving later than the house rules say; local times of day. */
export interface StayOptions {
  readonly earlyCheckIn?: string;
  readonly lateCheckOut?: string;
}

/** What a caller asks for, as written: days, instants, or nothing where the resource has a time of its own. */
export interface StayWish {
  readonly from?: string;
  readonly to?: string;
  readonly quantity: number;
  readonly options?: StayOptions;
  /** How many people come, where that is said. */
  readonly guests?: number;
}

/** What was asked for, understood: one stretch of time, whatever the unit. */
export interface Stay {
  /** As both sides read it: local days for nights and days, else instants. */
  readonly from: string;
  readonly to: string;
  /** The time that is claimed. */
  readonly during: Period;
  /** How many units it has; quarters for hours, 1 for a session. */
  readonly unitCount: number;
  readonly quantity: number;
  readonly options?: StayOptions;
  /** How many people come, where that is said. */
  readonly guests?: number;
}
