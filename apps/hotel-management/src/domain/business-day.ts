import { addDays, instantAt, startOfDay } from '@bookable/kernel';

/** A day is closed at this time of the next one: until then whoever arrives late still has the night of that day. */
const CLOSES_AT = '04:00';

/** A day as it passed on the clocks of a hotel. */
export interface BusinessDay {
  readonly day: string;
  readonly beginsAtMs: number;
  readonly endsAtMs: number;
  /** From when on nobody arrives for its night any more. */
  readonly closesAtMs: number;
}

/** A day of a hotel, however long its clocks make it. */
export function businessDay(day: string, timeZone: string): BusinessDay {
  const next = addDays(day, 1);
  return { day, beginsAtMs: startOfDay(day, timeZone), endsAtMs: startOfDay(next, timeZone), closesAtMs: instantAt(next, CLOSES_AT, timeZone) };
}

/**
 * The day that comes after one that ended at a moment. Where the hotel has been moved to another time zone since, it begins
 * where the last one ended all the same: no moment is of two days, and none is of no day.
 */
export function businessDayAfter(endedAtMs: number | null, day: string, timeZone: string): BusinessDay {
  const { beginsAtMs, endsAtMs, closesAtMs } = businessDay(day, timeZone);
  const begins = endedAtMs ?? beginsAtMs;
  const ends = Math.max(begins, endsAtMs);
  return { day, beginsAtMs: begins, endsAtMs: ends, closesAtMs: Math.max(ends, closesAtMs) };
}
