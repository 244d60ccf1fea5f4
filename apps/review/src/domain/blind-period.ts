import type { Subject } from './review-subject';

const BLIND_MS = 14 * 24 * 3_600_000;

/** When the reviews of a booking are shown even if one side stays silent: 14 days of 24 hours after completion. */
export function blindUntil(completedAt: Date): Date {
  return new Date(completedAt.getTime() + BLIND_MS);
}

/** Bookings completed at this instant or before have outlived their blind period now. */
export function completedLongEnough(now: Date): Date {
  return new Date(now.getTime() - BLIND_MS);
}

/** Whether renter and owner have both written, whatever the renter chose to review. */
export function bothSidesHaveWritten(written: readonly Subject[]): boolean {
  return written.includes('guest') && written.some((subject) => subject !== 'guest');
}

/** Whether what was written of a booking is shown: neither side can answer the other's review with its own. */
export function reviewsAreShown(written: readonly Subject[], completedAt: Date, now: Date): boolean {
  return bothSidesHaveWritten(written) || now >= blindUntil(completedAt);
}
