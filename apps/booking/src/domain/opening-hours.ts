import { type BookingRules, type OpeningHours, type Period, addDays, dayAt, instantAt, startOfDay, subtractPeriod, weekdayOf } from '@bookable/kernel';
import { closedPeriods, isClosedOn } from './closed-days';

const QUARTER_HOUR_MS = 900_000;

/** Whether both ends lie on the grid of 15 minutes. Every zone's offset of our days is a multiple of it. */
export function liesOnTheGrid({ fromMs, toMs }: Period): boolean {
  return fromMs % QUARTER_HOUR_MS === 0 && toMs % QUARTER_HOUR_MS === 0;
}

type Opening = Pick<BookingRules, 'openingHours' | 'closedDays'>;

/** Whether it is open all the time from the beginning to the end. Without opening hours it is, on every day that is not closed. */
export function isOpenThroughout(during: Period, rules: Opening, timeZone: string): boolean {
  let openUntilMs = during.fromMs;
  for (const open of openPeriods(during, rules, timeZone)) {
    if (open.fromMs <= openUntilMs) openUntilMs = Math.max(openUntilMs, open.toMs);
  }
  return openUntilMs >= during.toMs;
}

/** When it is open on the days that a period touches, in order. */
export function openPeriods(during: Period, rules: Opening, timeZone: string): Period[] {
  if (rules.openingHours === undefined) {
    return closedPeriods(during, rules, timeZone).reduce((open, closed) => open.flatMap((piece) => subtractPeriod(piece, closed)), [during]);
  }
  const periods: Period[] = [];
  const lastDay = dayAt(during.toMs, timeZone);
  for (let day = dayAt(during.fromMs, timeZone); day <= lastDay; day = addDays(day, 1)) {
    if (!isClosedOn(day, rules)) periods.push(...openOn(day, rules.openingHours, timeZone));
  }
  return periods.sort((a, b) => a.fromMs - b.fromMs);
}

function openOn(day: string, hours: readonly OpeningHours[], timeZone: string): Period[] {
  return hours
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .map(({ opens, closes }) => ({ fromMs: instantAt(day, opens, timeZone), toMs: closing(day, closes, timeZone) }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
}

function closing(day: string, closes: string, timeZone: string): number {
  return closes === '24:00' ? startOfDay(addDays(day, 1), timeZone) : instantAt(day, closes, timeZone);
}
