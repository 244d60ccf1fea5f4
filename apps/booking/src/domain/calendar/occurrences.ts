import { addDays, dayAt } from '@bookable/kernel';
import ICAL from 'ical.js';
import { BoundedRecurrence, endlessRule } from './bounded-recurrence';
import { type BusySpan, type CalendarWindow, instantSpan, spanLiesInWindow } from './busy-span';
import { type CalendarClocks, type Clock, dayOf, isUtc } from './calendar-clocks';
import { type CalendarEvent, datesNamedIn, dayCountOf, spanAt } from './calendar-event';
import { CalendarRefusal } from './calendar-refusal';
import type { NamedDates } from './named-dates';
import type { RepetitionBudget } from './repetition-budget';

type Rule = InstanceType<typeof ICAL.Recur>;
type Time = InstanceType<typeof ICAL.Time>;

/** What a series is read with. */
export interface SeriesReading {
  readonly clocks: CalendarClocks;
  readonly window: CalendarWindow;
  readonly budget: RepetitionBudget;
  /** Occurrences of the series that other events stand for. */
  readonly replaced: readonly NamedDates[];
}

/**
 * The spans of an event and of all its repetitions within a window. Rules run on the clock of the event's own zone, so
 * that a meeting stays at nine o'clock when the clocks are changed. It pauses now and then, for others to have their turn.
 */
export function* occurrencesOf(event: CalendarEvent, reading: SeriesReading): Generator<void, BusySpan[]> {
  const { clocks, window, budget, replaced } = reading;
  const leftOut = [datesNamedIn(event, 'exdate', clocks), ...replaced];
  const spans: BusySpan[] = [];
  const keep = (span: BusySpan | undefined) => {
    if (!span || !spanLiesInWindow(span, window)) return;
    budget.keep();
    spans.push(span);
  };
  // No zone is a whole day away from UTC; what is over by then is not worth a look at its zone.
  const earliest = addDays(dayAt(window.fromMs, 'UTC'), -1 - dayCountOf(event));
  const take = (start: Time, clock: Clock) => {
    if (dayOf(start) < earliest) return;
    if (leftOut.some((dates) => dates.include(start, clock))) return;
    keep(spanAt(event, start));
  };
  take(event.start, event.clock);
  for (const rule of rulesOf(event)) {
    const isOver = endOf(rule, event, clocks, window);
    const recurrence = new BoundedRecurrence(endlessRule(rule), onTheWall(event.start), budget);
    for (let start = recurrence.following(); start && !isOver(start); start = recurrence.following()) {
      take(start, event.clock);
      if (budget.needsABreath()) yield;
    }
  }
  for (const property of event.component.getAllProperties('rdate')) {
    const clock = clocks.of(property);
    for (const value of property.getValues()) {
      if (value instanceof ICAL.Time) take(value, clock);
      else if (value instanceof ICAL.Period) keep(spanOfPeriod(value, clock));
    }
  }
  return spans;
}

/** The span of a period that is written out from its beginning to its end. */
export function spanOfPeriod(period: InstanceType<typeof ICAL.Period>, clock: Clock): BusySpan | undefined {
  const fromMs = clock(period.start);
  const toMs = period.end ? clock(period.end) : fromMs + period.duration.toSeconds() * 1_000;
  return fromMs < toMs ? instantSpan({ fromMs, toMs }) : undefined;
}

function rulesOf({ component }: CalendarEvent): Rule[] {
  return component.getAllProperties('rrule').map((property) => {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) throw new CalendarRefusal('broken', 'a rule that is none');
    return rule;
  });
}

/** When a rule has come to its end: with its last date, or with all that we want to know. */
function endOf({ until }: Rule, event: CalendarEvent, clocks: CalendarClocks, window: CalendarWindow): (start: Time) => boolean {
  const horizon = addDays(dayAt(window.toMs, 'UTC'), 1);
  const lastDay = until ? lastDayOf(until, event, window) : undefined;
  if (lastDay !== undefined) return (start) => dayOf(start) > horizon || dayOf(start) > lastDay;
  const lastMs = until ? clocks.of(event.component.getFirstProperty('dtstart')!)(until) : Number.POSITIVE_INFINITY;
  return (start) => dayOf(start) > horizon || (until !== null && event.clock(start) > lastMs);
}

/** The last day of a rule that ends with a day; a series of days that ends at an instant ends on the day that is there. */
function lastDayOf(until: Time, { isOfDays }: CalendarEvent, { timeZone }: CalendarWindow): string | undefined {
  if (until.isDate) return dayOf(until);
  if (!isOfDays) return undefined;
  return isUtc(until) ? dayAt(until.toUnixTime() * 1_000, timeZone) : dayOf(until);
}

/** A time without its zone: the library would look into the zones of the calendar for each comparison. */
function onTheWall(time: Time): Time {
  const bare = time.clone();
  if (!isUtc(bare)) bare.zone = ICAL.Timezone.localTimezone;
  return bare;
}
