import type { BusySpan } from '../src/domain/calendar/busy-span';
import { readCalendar } from '../src/domain/calendar/read-calendar';

/** A calendar of these lines. */
export function calendarText(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** An event of these lines, with an id of its own unless they bring one. */
export function eventLines(...lines: readonly string[]): string[] {
  const uid = lines.some((line) => line.startsWith('UID')) ? [] : [`UID:${lines.join('')}@other.example`];
  return ['BEGIN:VEVENT', ...uid, ...lines, 'END:VEVENT'];
}

/** Reads a calendar to its end; in Berlin, from 2026 to the end of 2028, unless told. */
export function readSpans(text: string, { timeZone = 'Europe/Berlin', from = '2026-01-01', to = '2029-01-01', ownDomain = 'listing.bookable.example' } = {}): BusySpan[] {
  const steps = readCalendar(text, { timeZone, fromMs: Date.parse(`${from}T00:00:00Z`), toMs: Date.parse(`${to}T00:00:00Z`) }, ownDomain);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
