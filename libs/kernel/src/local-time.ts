import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;
const MEMO_SIZE = 50_000;

/** Finding an offset takes the time zone data 25 µs; the same days are asked for again and again. */
const instants = new Map<string, number>();

/** Writing a day takes longer than finding it again, and a price looks at each of its days several times. */
const namesOfDays = new Map<number, string>();

/**
 * The instant at which a local clock shows a time of a day, in epoch milliseconds.
 * A time that the spring change skips is taken as much later; of a time that comes twice in autumn, the first.
 */
export function instantAt(day: string, timeOfDay: string, timeZone: string): number {
  const local = `${day}T${timeOfDay}`;
  const key = `${local}[${timeZone}]`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const instant = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
  if (instants.size >= MEMO_SIZE) instants.clear();
  instants.set(key, instant);
  return instant;
}

/** The instant a local day begins; not every day begins at midnight. */
export function startOfDay(day: string, timeZone: string): number {
  return instantAt(day, '00:00', timeZone);
}

/** The local day of an instant, `YYYY-MM-DD`. */
export function dayAt(instantMs: number, timeZone: string): string {
  return zoned(instantMs, timeZone).toPlainDate().toString();
}

/** The local time of an instant, `HH:MM`. */
export function timeOfDayAt(instantMs: number, timeZone: string): string {
  return zoned(instantMs, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** An instant as RFC 3339 with the offset of its zone, as people there would write it. */
export function instantWithOffset(instantMs: number, timeZone: string): string {
  return zoned(instantMs, timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The day a number of days later, or earlier where the number is negative. */
export function addDays(day: string, count: number): string {
  return nameOfDay(numberOfDay(day) + count);
}

/** How many days lie between two days; negative where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** Every day from the first, included, to the last, excluded. */
export function daysOf(from: string, to: string): string[] {
  const first = numberOfDay(from);
  return Array.from({ length: Math.max(0, numberOfDay(to) - first) }, (_, index) => nameOfDay(first + index));
}

/** The day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1;
}

/** Days since the first of January 1970, which was a Thursday. */
function numberOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function nameOfDay(number: number): string {
  const known = namesOfDays.get(number);
  if (known !== undefined) return known;
  const name = new Date(number * DAY_MS).toISOString().slice(0, 10);
  if (namesOfDays.size >= MEMO_SIZE) namesOfDays.clear();
  namesOfDays.set(number, name);
  return name;
}

function zoned(instantMs: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone);
}
