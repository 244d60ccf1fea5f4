import { type DayRange, dayNumber, ringOf } from './day-ring';
import type { BookingUnit } from './listing-kind';

/** A stretch in which fewer places are left than there are, as booking tells it. */
export interface TakenStretch {
  readonly from: string;
  readonly to: string;
  readonly free: number;
}

/** The same, in the form search reads: days or seconds since 1970, and a bit for each day without any place left. */
export interface TakenTime {
  readonly fullDays: string;
  readonly takenFrom: readonly number[];
  readonly takenTo: readonly number[];
  readonly takenFree: readonly number[];
}

export function isLetByDays(unit: BookingUnit): boolean {
  return unit === 'night' || unit === 'day';
}

const secondOf = (instant: string) => Math.floor(Date.parse(instant) / 1000);
const lastSecondOf = (instant: string) => Math.ceil(Date.parse(instant) / 1000);

/** Puts a profile into columns. Half seconds count as taken, because a place is not free for a part of a second. */
export function takenTime(unit: BookingUnit, stretches: readonly TakenStretch[], today: number): TakenTime {
  const byDays = isLetByDays(unit);
  const [start, end] = byDays ? [dayNumber, dayNumber] : [secondOf, lastSecondOf];
  const times = stretches.map(({ from, to, free }) => ({ from: start(from), to: end(to), free }));
  const full: DayRange[] = byDays ? times.filter(({ free }) => free < 1) : [];
  return {
    fullDays: ringOf(full, today),
    takenFrom: times.map(({ from }) => from),
    takenTo: times.map(({ to }) => to),
    takenFree: times.map(({ free }) => free),
  };
}
