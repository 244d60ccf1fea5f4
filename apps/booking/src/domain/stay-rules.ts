import { addDays, dayAt, startOfDay } from '@bookable/kernel';
import { DEFAULT_CHECK_IN, DEFAULT_CHECK_OUT } from './booking-rules';
import { closedDaysBetween } from './closed-days';
import { isOpenThroughout, liesOnTheGrid } from './opening-hours';
import { Refusal, type RefusalWord } from './refusal';
import type { Resource } from './resource';
import type { Stay } from './stay';

/** How many days ahead anything is sold; search keeps one bit for each of them. */
export const HORIZON_DAYS = 768;

const EARLIEST_CHECK_IN = '06:00';
const LATEST_CHECK_OUT = '20:00';
const DAY_MS = 86_400_000;

/**
 * Until when a stay can be booked: nights and days until their first day is over, so that one may still arrive tonight;
 * hours and events until they begin.
 */
export function bookableUntil(stay: Pick<Stay, 'from' | 'during'>, { unit, timeZone }: Resource): number {
  const isByDay = unit === 'night' || unit === 'day';
  return isByDay ? startOfDay(addDays(stay.from, 1), timeZone) : stay.during.fromMs;
}

export function stayLiesInThePast(stay: Stay, resource: Resource, nowMs: number): boolean {
  return bookableUntil(stay, resource) <= nowMs;
}

export function stayIsTooShort(stay: Stay, { rules }: Resource): boolean {
  return stay.unitCount < (rules.minUnits ?? 0);
}

export function stayIsTooLong(stay: Stay, { rules }: Resource): boolean {
  return stay.unitCount > (rules.maxUnits ?? Infinity);
}

export function stayReachesBeyondTheHorizon(stay: Stay, { unit, timeZone }: Resource, nowMs: number): boolean {
  // Finding today's date takes the time zone data; nearly every stay ends long before it matters.
  if (stay.during.toMs < nowMs + (HORIZON_DAYS - 2) * DAY_MS) return false;
  const horizon = addDays(dayAt(nowMs, timeZone), HORIZON_DAYS);
  return unit === 'night' || unit === 'day' ? stay.to > horizon : stay.during.toMs > startOfDay(horizon, timeZone);
}

export function moreIsAskedThanThereIs(stay: Stay, { capacity }: Resource): boolean {
  return stay.quantity > capacity;
}

/** Hours lie on the grid, within the opening hours; nights and days are not those the owner has closed; an event has a time of its own. */
export function itIsClosedAtThatTime(stay: Stay, { unit, rules, timeZone }: Resource): boolean {
  if (unit === 'session') return false;
  if (unit === 'hour') return !(liesOnTheGrid(stay.during) && isOpenThroughout(stay.during, rules, timeZone));
  return closedDaysBetween(stay.from, stay.to, rules).length > 0;
}

/** Only hotel rooms sell an early arrival, from 06:00, and a late departure, until 20:00 (E11). */
export function anOptionIsNotOffered({ options = {} }: Stay, { kind, rules }: Resource): boolean {
  const { earlyCheckIn, lateCheckOut } = options;
  if (earlyCheckIn === undefined && lateCheckOut === undefined) return false;
  const isEarly = earlyCheckIn === undefined || (earlyCheckIn >= EARLIEST_CHECK_IN && earlyCheckIn < (rules.checkIn ?? DEFAULT_CHECK_IN));
  const isLate = lateCheckOut === undefined || (lateCheckOut <= LATEST_CHECK_OUT && lateCheckOut > (rules.checkOut ?? DEFAULT_CHECK_OUT));
  return kind !== 'room' || !isEarly || !isLate;
}

type StayRule = readonly [isBroken: (stay: Stay, resource: Resource, nowMs: number) => boolean, word: RefusalWord];

const STAY_RULES: readonly StayRule[] = [
  [anOptionIsNotOffered, 'option-not-offered'],
  [stayLiesInThePast, 'past'],
  [stayReachesBeyondTheHorizon, 'too-far'],
  [stayIsTooShort, 'too-short'],
  [stayIsTooLong, 'too-long'],
  [itIsClosedAtThatTime, 'closed'],
  [moreIsAskedThanThereIs, 'over-capacity'],
];

/** The first rule that a stay breaks, if any. Whether its time is taken is not a rule: only the database knows. */
export function firstBrokenRule(stay: Stay, resource: Resource, nowMs: number): Refusal | undefined {
  if (!resource.isBookable) return new Refusal('not-bookable');
  const broken = STAY_RULES.find(([isBroken]) => isBroken(stay, resource, nowMs));
  return broken && new Refusal(broken[1]);
}
