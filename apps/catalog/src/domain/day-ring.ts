const DAY_MS = 86_400_000;

/** A listing's days are kept as a ring of bits: day number n since 1970 is bit n modulo this. */
export const RING_DAYS = 768;

/** Days a search sees ahead. The rest of the ring is slack in which bits of past days wait to be cleared. */
export const HORIZON_DAYS = 732;

/** The number of a calendar day, counted from 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** The day it is, seen from the time zone that is last to begin it: what is past there is past everywhere. */
export function earliestToday(now: Date): number {
  return Math.floor((now.getTime() - 12 * 3_600_000) / DAY_MS);
}

/** A stretch of days by their numbers, the end not included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** The bits of the days of all ranges that lie between today and the end of the ring, as Postgres writes a bit string. */
export function ringOf(ranges: readonly DayRange[], today: number, days: number = RING_DAYS): string {
  const bits = new Array<string>(RING_DAYS).fill('0');
  for (const range of ranges) {
    const end = Math.min(range.to, today + days);
    for (let day = Math.max(range.from, today); day < end; day += 1) bits[day % RING_DAYS] = '1';
  }
  return bits.join('');
}

/** The bits a search asks for: its days as far as the horizon, beyond which nothing is known to be taken. */
export function wantedDays(range: DayRange, today: number): string {
  return ringOf([range], today, HORIZON_DAYS);
}
