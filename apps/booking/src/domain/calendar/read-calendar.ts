import ICAL from 'ical.js';
import { type BusySpan, type CalendarWindow, spanLiesInWindow } from './busy-span';
import { CalendarClocks } from './calendar-clocks';
import { type CalendarEvent, datesNamedIn, readEvent } from './calendar-event';
import { CalendarRefusal } from './calendar-refusal';
import { occurrencesOf, spanOfPeriod } from './occurrences';
import { RepetitionBudget } from './repetition-budget';

type Component = InstanceType<typeof ICAL.Component>;

const EVENTS_AT_MOST = 5_000;
const PARTS_AT_MOST = 20_000;
const NAMED_DATES_AT_MOST = 20_000;
const EVENTS_BETWEEN_BREATHS = 100;
const NAMES_OF_DATES = new Set(['exdate', 'rdate', 'freebusy']);

/**
 * Reads when another platform says that a thing is taken, and forgets everything else it says. Throws `CalendarRefusal`
 * where it cannot be read in full. It is run step by step, so that a long one keeps nobody waiting.
 *
 * Events of our own feed (`ownDomain` is what their ids end in) take no time: platforms hand on what they have read here.
 */
export function* readCalendar(text: string, window: CalendarWindow, ownDomain: string): Generator<void, BusySpan[]> {
  try {
    const spans: BusySpan[] = [];
    for (const calendar of calendarsIn(text)) spans.push(...(yield* spansOf(calendar, window, ownDomain)));
    const distinct = new Map(spans.map((span) => [`${span.from} ${span.to}`, span]));
    return [...distinct].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, span]) => span);
  } catch (error) {
    // The library's own words quote the calendar, and calendars hold names and numbers of people.
    throw error instanceof CalendarRefusal ? error : new CalendarRefusal('broken');
  }
}

function calendarsIn(text: string): Component[] {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) throw new CalendarRefusal('not-a-calendar');
  if (countOf(/^BEGIN:V(EVENT|FREEBUSY)/gim, text) > EVENTS_AT_MOST || countOf(/^BEGIN:/gim, text) > PARTS_AT_MOST) throw new CalendarRefusal('too-many-events');
  const parsed = ICAL.parse(text) as unknown as readonly unknown[];
  const roots = (typeof parsed[0] === 'string' ? [parsed] : parsed) as ConstructorParameters<typeof ICAL.Component>[0][];
  return roots.map((root) => new ICAL.Component(root)).filter(({ name }) => name === 'vcalendar');
}

function* spansOf(calendar: Component, window: CalendarWindow, ownDomain: string): Generator<void, BusySpan[]> {
  const parts = [...calendar.getAllSubcomponents('vevent'), ...calendar.getAllSubcomponents('vfreebusy')];
  if (parts.reduce((sum, part) => sum + namedDateCount(part), 0) > NAMED_DATES_AT_MOST) throw new CalendarRefusal('too-many-repetitions');
  const clocks = new CalendarClocks(calendar, window.timeZone);
  const budget = new RepetitionBudget();
  const spans: BusySpan[] = calendar.getAllSubcomponents('vfreebusy').flatMap((part) => busyIn(part, clocks, window));
  const events: CalendarEvent[] = [];
  for (const [index, part] of calendar.getAllSubcomponents('vevent').entries()) {
    const event = readEvent(part, clocks);
    if (event && !event.uid.endsWith(`@${ownDomain}`)) events.push(event);
    if (index % EVENTS_BETWEEN_BREATHS === 0) yield;
  }
  for (const [index, series] of [...seriesOf(events)].entries()) {
    const replacing = series.filter(({ standsFor }) => standsFor !== undefined);
    for (const event of series.filter(({ takesTime }) => takesTime)) {
      const replaced = event.standsFor === undefined ? replacing.map((one) => datesNamedIn({ ...one, isOfDays: event.isOfDays }, 'recurrence-id', clocks)) : [];
      spans.push(...(yield* occurrencesOf(event, { clocks, window, budget, replaced })));
    }
    if (index % EVENTS_BETWEEN_BREATHS === 0) yield;
  }
  return spans;
}

/** Events that are one series, each occurrence in its newest form; forms equally new are all taken, because careless writers reuse ids. */
function seriesOf(events: readonly CalendarEvent[]): Iterable<CalendarEvent[]> {
  const series = new Map<string, CalendarEvent[]>();
  for (const [index, event] of events.entries()) {
    const key = event.uid === '' ? `#${index}` : event.uid;
    const same = series.get(key);
    if (same) same.push(event);
    else series.set(key, [event]);
  }
  return [...series.values()].map((forms) => {
    const newest = new Map<string | undefined, number>();
    for (const { standsFor, sequence } of forms) newest.set(standsFor, Math.max(newest.get(standsFor) ?? 0, sequence));
    return forms.filter(({ standsFor, sequence }) => sequence >= newest.get(standsFor)!);
  });
}

/** What a VFREEBUSY says to be taken. */
function busyIn(part: Component, clocks: CalendarClocks, window: CalendarWindow): BusySpan[] {
  return part.getAllProperties('freebusy').filter((property) => property.getFirstParameter('fbtype') !== 'FREE').flatMap((property) => {
    const clock = clocks.of(property);
    const spans = property.getValues().map((value) => (value instanceof ICAL.Period ? spanOfPeriod(value, clock) : undefined));
    return spans.filter((span) => span !== undefined).filter((span) => spanLiesInWindow(span, window));
  });
}

/** How many dates a part names, counted before any is looked at. */
function namedDateCount({ jCal }: Component): number {
  const properties = jCal[1] as readonly (readonly unknown[])[];
  return properties.reduce((sum, property) => sum + (NAMES_OF_DATES.has(String(property[0])) ? property.length - 3 : 0), 0);
}

function countOf(pattern: RegExp, text: string): number {
  let count = 0;
  for (const _match of text.matchAll(pattern)) count += 1;
  return count;
}
