import { addDays, dayAt, instantAt, timeOfDayAt } from '@bookable/kernel';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long before something begins its people are reminded. */
export const REMINDER_KINDS = ['day', 'hour'] as const;
/** One of them. */
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/**
 * Where a reminder stands: to be told, told, come too late to be of use, no longer needed because what it is of is off,
 * or taken out by an administrator.
 */
export type ReminderState = 'planned' | 'sent' | 'skipped' | 'dropped' | 'withdrawn';

/** So long before the beginning the word of a kind is of no more use: the next one is near, or everybody is on their way. */
const USELESS_BEFORE_MS: Readonly<Record<ReminderKind, number>> = { day: 12 * HOUR_MS, hour: 15 * MINUTE_MS };

/** When a reminder is due: at the same time by the local clock the day before, whatever the clocks do; or an hour before. */
export function reminderDueMs(kind: ReminderKind, beginsAtMs: number, timeZone: string): number {
  if (kind === 'hour') return beginsAtMs - HOUR_MS;
  return instantAt(addDays(dayAt(beginsAtMs, timeZone), -1), timeOfDayAt(beginsAtMs, timeZone), timeZone);
}

/** Whether a reminder that is due comes too late to be of use. */
export function reminderIsTooLate(kind: ReminderKind, beginsAtMs: number, nowMs: number): boolean {
  return nowMs > beginsAtMs - USELESS_BEFORE_MS[kind];
}

/** What to do with a reminder of something agreed or moved at a moment: what was due before that is known to everybody. */
export function stateWhenPlanned(dueMs: number, agreedAtMs: number): 'planned' | 'skipped' {
  return dueMs > agreedAtMs ? 'planned' : 'skipped';
}
