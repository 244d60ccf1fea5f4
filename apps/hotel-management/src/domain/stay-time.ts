import { type Period, dayAt, instantAt, startOfDay } from '@bookable/kernel';

const MINUTE_MS = 60_000;

/** What of a hotel says which time its nights take. */
export interface HouseTimes {
  readonly timeZone: string;
  readonly checkIn: string;
  readonly checkOut: string;
}

/** From which day to which, and at which times where they are not the usual ones. */
export interface StayDays {
  readonly from: string;
  readonly to: string;
  readonly earlyCheckIn: string | null;
  readonly lateCheckOut: string | null;
}

/** The time of a stay: from check-in on its first day to check-out on its last; undefined where nothing lies between the two. */
export function timeOfStay({ timeZone, checkIn, checkOut }: HouseTimes, { from, to, earlyCheckIn, lateCheckOut }: StayDays): Period | undefined {
  if (from >= to) return undefined;
  const fromMs = instantAt(from, earlyCheckIn ?? checkIn, timeZone);
  const toMs = instantAt(to, lateCheckOut ?? checkOut, timeZone);
  return fromMs < toMs ? { fromMs, toMs } : undefined;
}

/** The time of a stay as it is kept: from when, until when, and until when its room is cleaned after it, where that takes any time. */
export interface StayTimes {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly cleanedAt: string | null;
}

/** The same as instants, with the time to clean the room after it: that passes by the clock, also where days are longer or shorter. */
export function stayTimes(house: HouseTimes & { readonly cleaningMinutes: number }, days: StayDays): StayTimes | undefined {
  const time = timeOfStay(house, days);
  if (!time) return undefined;
  const cleanedAt = house.cleaningMinutes > 0 ? instantText(time.toMs + house.cleaningMinutes * MINUTE_MS) : null;
  return { startsAt: instantText(time.fromMs), endsAt: instantText(time.toMs), cleanedAt };
}

function instantText(instantMs: number): string {
  return new Date(instantMs).toISOString();
}

/** One may still arrive until the first day is over. */
export function hasGoneBy(from: string, nowMs: number, timeZone: string): boolean {
  return from < dayAt(nowMs, timeZone);
}

/** Guests arrive on the day of their arrival, however early: when the room is theirs is another matter. */
export function hasArrivalDayCome(from: string, nowMs: number, timeZone: string): boolean {
  return startOfDay(from, timeZone) <= nowMs;
}
