import { isKeepable } from '@bookable/kernel';
import { ValidateBy, type ValidationOptions } from 'class-validator';

const DEEPEST = 16;

function canBeKept(value: unknown, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return isKeepable(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isKeepable(key) && canBeKept(part, depth + 1));
}

/** JSON of any shape that Postgres can keep: bounded in size and depth, without NUL and lone surrogates. */
export function IsFreeJson(maxLength: number, options?: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown) => canBeKept(value, 0) && (JSON.stringify(value)?.length ?? Infinity) <= maxLength;
  const defaultMessage = () => `$property must be JSON of at most ${maxLength} characters and ${DEEPEST} levels`;
  return ValidateBy({ name: 'isFreeJson', validator: { validate, defaultMessage } }, options);
}
