import { addDays, daysBetween } from '@bookable/kernel';
import ICAL from 'ical.js';
import { type BusySpan, daySpan, instantSpan } from './busy-span';
import { type CalendarClocks, type Clock, dayOf } from './calendar-clocks';
import { CalendarRefusal } from './calendar-refusal';
import { NamedDates } from './named-dates';
import { checkWrittenTimes } from './written-times';

type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;

/** How long each occurrence lasts: so many local days, and so many milliseconds after them. */
interface Length {
  readonly days: number;
  readonly ms: number;
}

/** One VEVENT, as far as it matters to whether time is taken. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  /** Which occurrence of a series this one stands for, as written; undefined for the series itself and for what happens once. */
  readonly standsFor?: string;
  readonly takesTime: boolean;
  readonly isOfDays: boolean;
  readonly start: Time;
  readonly clock: Clock;
  readonly length: Length;
  readonly component: Component;
}

const DAY_SECONDS = 86_400;
/** Parts of series that nobody we know of writes any more; to guess at them would be to guess what is free. */
const NOT_UNDERSTOOD = ['exrule'];

/** Reads one event; undefined where it has no beginning, and so takes no time. */
export function readEvent(component: Component, clocks: CalendarClocks): CalendarEvent | undefined {
  checkWrittenTimes(component);
  const begins = component.getFirstProperty('dtstart');
  const start = begins?.getFirstValue();
  if (!begins || !(start instanceof ICAL.Time)) return undefined;
  const recurrenceId = component.getFirstProperty('recurrence-id');
  const strange = NOT_UNDERSTOOD.find((name) => component.hasProperty(name)) ?? recurrenceId?.getFirstParameter('range');
  if (strange) throw new CalendarRefusal('not-understood', strange);
  const clock = clocks.of(begins);
  return {
    uid: textOf(component, 'uid'),
    sequence: Number(component.getFirstPropertyValue('sequence') ?? 0),
    standsFor: recurrenceId ? String(recurrenceId.getFirstValue()) : undefined,
    takesTime: textOf(component, 'transp') !== 'TRANSPARENT' && textOf(component, 'status') !== 'CANCELLED',
    isOfDays: start.isDate,
    start,
    clock,
    length: lengthOf(component, start, clock, clocks),
    component,
  };
}

/** How many local days an event may reach into, at most, after the one it begins on. */
export function dayCountOf({ length: { days, ms } }: CalendarEvent): number {
  return Math.max(0, days) + Math.ceil(Math.max(0, ms) / (DAY_SECONDS * 1_000)) + 1;
}

/** The time an event takes where one of its occurrences begins; undefined where it takes none. */
export function spanAt({ isOfDays, clock, length: { days, ms } }: CalendarEvent, start: Time): BusySpan | undefined {
  if (isOfDays) return daySpan(dayOf(start), addDays(dayOf(start), Math.max(1, days + Math.floor(ms / (DAY_SECONDS * 1_000)))));
  const end = start.clone();
  end.adjust(days, 0, 0, 0);
  const period = { fromMs: clock(start), toMs: clock(end) + ms };
  return period.fromMs < period.toMs ? instantSpan(period) : undefined;
}

/** The dates that an event names one by one in a property: those left out, those that come in addition, the one it stands for. */
export function datesNamedIn(event: CalendarEvent, name: 'exdate' | 'recurrence-id', clocks: CalendarClocks): NamedDates {
  const dates = new NamedDates(event.isOfDays);
  for (const property of event.component.getAllProperties(name)) {
    const clock = clocks.of(property);
    for (const value of property.getValues()) if (value instanceof ICAL.Time) dates.add(value, clock);
  }
  return dates;
}

/** From beginning to end exactly, as RFC 5545 wants it; a DURATION counts its days by the calendar and the rest by the clock. */
function lengthOf(component: Component, start: Time, clock: Clock, clocks: CalendarClocks): Length {
  const ends = component.getFirstProperty('dtend');
  const end = ends?.getFirstValue();
  if (ends && end instanceof ICAL.Time) {
    return start.isDate ? { days: daysBetween(dayOf(start), dayOf(end)), ms: 0 } : { days: 0, ms: clocks.of(ends)(end) - clock(start) };
  }
  const duration = component.getFirstPropertyValue('duration');
  if (!(duration instanceof ICAL.Duration) || duration.isNegative) return { days: 0, ms: 0 };
  return { days: duration.weeks * 7 + duration.days, ms: ((duration.hours * 60 + duration.minutes) * 60 + duration.seconds) * 1_000 };
}

function textOf(component: Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '').trim();
}
