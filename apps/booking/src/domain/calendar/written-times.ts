import type ICAL from 'ical.js';
import { CalendarRefusal } from './calendar-refusal';

type Component = InstanceType<typeof ICAL.Component>;
type WrittenProperty = [name: string, parameters: object, type: string, ...values: unknown[]];

const TIMES = new Set(['dtstart', 'dtend', 'exdate', 'rdate', 'recurrence-id']);
const TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-6]\d(Z|[+-]\d{2}:\d{2})?$/;
/** What the library makes of `DTSTART:20270101`: a time without hours. */
const DAY_TAKEN_FOR_A_TIME = /^(\d{4}-\d{2}-\d{2})T::$/;

/**
 * Holds the library to the times that stand in an event: it would take 30 February for 2 March. Many write a day without
 * saying that it is one (VALUE=DATE); it cannot be anything else.
 */
export function checkWrittenTimes({ jCal }: Component): void {
  for (const property of jCal[1] as WrittenProperty[]) {
    if (!TIMES.has(property[0]) || property[2] === 'period') continue;
    const days = property.slice(3).map((value) => DAY_TAKEN_FOR_A_TIME.exec(String(value))?.[1]);
    if (days.every((day) => day !== undefined)) property.splice(2, property.length - 2, 'date', ...days);
    if (!property.slice(3).every((value) => isWritten(String(value), property[2]))) throw new CalendarRefusal('broken');
  }
}

function isWritten(value: string, type: string): boolean {
  return isDay(type === 'date' ? value : (TIME.exec(value)?.[1] ?? ''));
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
