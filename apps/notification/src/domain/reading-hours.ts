import { addDays, dayAt, instantAt } from '@bookable/kernel';

/** A part of the day, by a local clock; where it ends before it begins, it lasts over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** When somebody wants to be written to. Without a time zone there is no clock to tell it by. */
export interface ReadingHours {
  readonly timeZone: string | null;
  readonly quietHours: QuietHours | null;
  /** When the one mail a day is sent. */
  readonly digestAt: string | null;
}

/** Whoever has not said anything is written to at any time. */
export const ANY_TIME: ReadingHours = { timeZone: null, quietHours: null, digestAt: null };

/** When the quiet hours end that a moment lies in; nothing where it lies in none. The end of them is no longer quiet. */
export function quietUntilMs(nowMs: number, { timeZone, quietHours }: Pick<ReadingHours, 'timeZone' | 'quietHours'>): number | undefined {
  if (timeZone === null || quietHours === null) return undefined;
  const { from, until } = quietHours;
  const today = dayAt(nowMs, timeZone);
  for (const day of [addDays(today, -1), today]) {
    const beginsMs = instantAt(day, from, timeZone);
    const endsMs = instantAt(until > from ? day : addDays(day, 1), until, timeZone);
    if (beginsMs <= nowMs && nowMs < endsMs) return endsMs;
  }
  return undefined;
}

/** When the next digest is sent after a moment; nothing where there is none. */
export function nextDigestMs(nowMs: number, { timeZone, digestAt }: Pick<ReadingHours, 'timeZone' | 'digestAt'>): number | undefined {
  if (timeZone === null || digestAt === null) return undefined;
  const today = dayAt(nowMs, timeZone);
  return [today, addDays(today, 1), addDays(today, 2)].map((day) => instantAt(day, digestAt, timeZone)).find((digestMs) => digestMs > nowMs);
}

/** What may keep something from waiting. */
export interface Urgency {
  readonly expiresAt: string | null;
  readonly isMandatory: boolean;
}

/** Until when something waits for the digest; what would be over by then, or may not wait, goes by itself. */
export function heldUntilMs(nowMs: number, hours: Pick<ReadingHours, 'timeZone' | 'digestAt'>, { expiresAt, isMandatory }: Urgency): number | undefined {
  if (isMandatory) return undefined;
  const digestMs = nextDigestMs(nowMs, hours);
  return digestMs !== undefined && expiresAt !== null && Date.parse(expiresAt) <= digestMs ? undefined : digestMs;
}
