import type { ValidationOptions } from 'class-validator';
import { rule } from './rule';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a text is a day that exists, `YYYY-MM-DD`, from the first of a year to the end of 2199. */
function isDayFrom(firstYear: number, value: unknown): value is string {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const year = Number(value.slice(0, 4));
  const date = new Date(`${value}T00:00:00Z`);
  return year >= firstYear && year < 2200 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Whether a text is a day that exists, `YYYY-MM-DD`, in the years 1970 to 2199. */
export function isDay(value: unknown): value is string {
  return isDayFrom(1970, value);
}

/** Whether a text is an instant of RFC 3339 with its offset, on a day that exists. */
export function isInstant(value: unknown): value is string {
  const parts = typeof value === 'string' ? INSTANT.exec(value) : null;
  return parts !== null && isDay(parts[1]);
}

/** A calendar day in the listing's own time zone. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return rule('isDay', 'must be a day, YYYY-MM-DD', isDay, options);
}

/** The day somebody was born, from 1900 on. Whether that day has come yet is for the service to say, which has a clock. */
export function IsBirthDate(options?: ValidationOptions): PropertyDecorator {
  return rule('isDay', 'must be a day from 1900 on, YYYY-MM-DD', (value) => isDayFrom(1900, value), options);
}

/** An instant with its offset. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return rule('isInstant', 'must be an instant with an offset, RFC 3339', isInstant, options);
}

/** A day where the listing is let by days, an instant where it is let by hours. */
export function IsDayOrInstant(options?: ValidationOptions): PropertyDecorator {
  return rule('isDayOrInstant', 'must be a day, YYYY-MM-DD, or an instant with an offset, RFC 3339', (value) => isDay(value) || isInstant(value), options);
}

/** A time of the local day, `HH:MM`. */
export function IsTimeOfDay(options?: ValidationOptions): PropertyDecorator {
  const holds = (value: unknown) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
  return rule('isTimeOfDay', 'must be a time of day, HH:MM', holds, options);
}
