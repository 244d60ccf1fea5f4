/** How often a calendar is read. */
export const READING_INTERVAL_MS = 600_000;
/** For so long a calendar may be unreadable before nobody books at once any more. */
export const LOST_AFTER_MS = 3_600_000;
/** How much of the interval chance moves, so that calendars that were added together are not asked for together. */
const JITTER = 0.1;

/** When a calendar is read again; `chance` is between 0 and 1. */
export function nextReadingMs(nowMs: number, chance: number): number {
  return nowMs + Math.round(READING_INTERVAL_MS * (1 - JITTER * chance));
}

/** Whether what was read last is too old to sell by. */
export function calendarIsLost(lastGoodMs: number, nowMs: number): boolean {
  return nowMs - lastGoodMs >= LOST_AFTER_MS;
}
