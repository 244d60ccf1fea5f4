import { type Period, dayAt, startOfDay } from '@bookable/kernel';
import { type DayLet, periodOfDays } from '../day-period';

/** Time that another calendar says is taken, and nothing else of what it says: two days, or two instants; the end is excluded. */
export interface BusySpan {
  readonly from: string;
  readonly to: string;
}

/** Between which moments a calendar is read, and in which zone it is where it does not say so itself. */
export interface CalendarWindow extends Period {
  readonly timeZone: string;
}

/** A span of whole days. */
export function daySpan(from: string, to: string): BusySpan {
  return { from, to };
}

/** A span between two instants. */
export function instantSpan({ fromMs, toMs }: Period): BusySpan {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}

/** Whether a span reaches into a window; of days, by the days of the window's zone. */
export function spanLiesInWindow({ from, to }: BusySpan, { fromMs, toMs, timeZone }: CalendarWindow): boolean {
  if (from.includes('T')) return Date.parse(from) < toMs && Date.parse(to) > fromMs;
  return from <= dayAt(toMs, timeZone) && to > dayAt(fromMs, timeZone);
}

/**
 * The time that a span takes of a resource. Whole days are nights or days of it, with its own check-in and check-out;
 * of what is let by the hour they take everything from the first midnight to the last.
 */
export function busyPeriod(resource: DayLet, { from, to }: BusySpan): Period | undefined {
  if (from.includes('T')) return { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (resource.unit === 'night' || resource.unit === 'day') return periodOfDays(resource, from, to);
  return { fromMs: startOfDay(from, resource.timeZone), toMs: startOfDay(to, resource.timeZone) };
}
