import type { ValidationOptions } from 'class-validator';
import { rule } from './rule';

function isNumberTo(value: unknown, places: number): boolean {
  return typeof value === 'number' && Number.isFinite(value) && Number(value.toFixed(places)) === value;
}

/** A number with at most so many places after the point, by its value: one that is written with an exponent has none to count. */
export function IsNumberTo(places: number, options?: ValidationOptions): PropertyDecorator {
  return rule('isNumberTo', `must be a number with at most ${places} decimal places`, (value) => isNumberTo(value, places), options, [places]);
}
