import type { BookingRules, Period } from '@bookable/kernel';
import { lastUseMs } from './request-expiry';
import type { StayOptions } from './stay';

/** How many holds one person has at once: of one listing, and of all together. Nobody shops by emptying the shelves. */
export const HOLDS_AT_ONCE = { ofOneListing: 3, inAll: 10 } as const;

const DEFAULT_HOLD_MINUTES = 15;
const MINUTE_MS = 60_000;

/** A stay that is kept for somebody while they pay or fill in a form. */
export interface Hold {
  readonly id: string;
  readonly resourceId: string;
  readonly holderId: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  readonly options: StayOptions | null;
  readonly placedAt: Date;
  readonly expiresAt: Date;
  /** A hold may be renewed once. */
  readonly renewedAt: Date | null;
}

/** When a hold placed or renewed now ends by itself: after the minutes the owner gives, or when there is no more use in it. */
export function holdExpiry(during: Period, { holdMinutes = DEFAULT_HOLD_MINUTES }: Pick<BookingRules, 'holdMinutes'>, nowMs: number): number {
  return Math.min(nowMs + holdMinutes * MINUTE_MS, lastUseMs(during, nowMs));
}
