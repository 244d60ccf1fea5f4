import { type Period, addDays, dayAt, instantAt, startOfDay, weekdayOf } from '@bookable/kernel';
import type { OpeningHours } from './booking-rules';

const QUARTER_HOUR_MS = 900_000;

/** Whether both ends lie on the grid of 15 minutes. Every zone's offset of our days is a multiple of it. */
export function liesOnTheGrid({ fromMs, toMs }: Period): boolean {
  return fromMs % QUARTER_HOUR_MS === 0 && toMs % QUARTER_HOUR_MS === 0;
}

/** Whether it is open all the time from the beginning to the end. Without opening hours it always is. */
export function isOpenThroughout({ fromMs, toMs }: Period, hours: readonly OpeningHours[] | undefined, timeZone: string): boolean {
  if (hours === undefined) return true;
  let openUntilMs = fromMs;
  for (const open of openPeriods({ fromMs, toMs }, hours, timeZone)) {
    if (open.fromMs <= openUntilMs) openUntilMs = Math.max(openUntilMs, open.toMs);
  }
  return openUntilMs >= toMs;
}

/** When it is open on the days that a period touches, in order. */
export function openPeriods({ fromMs, toMs }: Period, hours: readonly OpeningHours[], timeZone: string): Period[] {
  const periods: Period[] = [];
  const lastDay = dayAt(toMs, timeZone);
  for (let day = dayAt(fromMs, timeZone); day <= lastDay; day = addDays(day, 1)) {
    for (const { weekday, opens, closes } of hours) {
      if (weekday !== weekdayOf(day)) continue;
      const open = { fromMs: instantAt(day, opens, timeZone), toMs: closing(day, closes, timeZone) };
      if (open.fromMs < open.toMs) periods.push(open);
    }
  }
  return periods.sort((a, b) => a.fromMs - b.fromMs);
}

function closing(day: string, closes: string, timeZone: string): number {
  return closes === '24:00' ? startOfDay(addDays(day, 1), timeZone) : instantAt(day, closes, timeZone);
}
