import { isId, isKeepableText } from '@bookable/kernel';
import type { ValidationOptions } from 'class-validator';
import { rule } from './rule';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

function isTimeZone(name: unknown): boolean {
  if (typeof name !== 'string' || name.length > 64) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** An id as `newId` makes them. */
export function IsId(options?: ValidationOptions): PropertyDecorator {
  return rule('isId', 'must be an id', isId, options);
}

/** An ISO 4217 code in capitals. */
export function IsCurrency(options?: ValidationOptions): PropertyDecorator {
  return rule('isCurrency', 'must be an ISO 4217 currency code', (value) => typeof value === 'string' && CURRENCIES.has(value), options);
}

/** An IANA time zone name that this machine knows. */
export function IsTimeZoneName(options?: ValidationOptions): PropertyDecorator {
  return rule('isTimeZoneName', 'must be an IANA time zone name', isTimeZone, options);
}

/** Text of `min` to `max` characters that Postgres can keep and a log line can carry: no NUL, no lone surrogate. */
export function IsText(min: number, max: number, options?: ValidationOptions): PropertyDecorator {
  return rule('isText', `must be text of ${min} to ${max} characters`, (value) => isKeepableText(value, min, max), options, [min, max]);
}
