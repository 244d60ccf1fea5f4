import { ValidateBy, type ValidationOptions } from 'class-validator';

const DEEPEST = 16;

function isKeepable(value: unknown, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isKeepable(key, depth) && isKeepable(part, depth + 1));
}

/** JSON of any shape that Postgres can keep: bounded in size and depth, without NUL and lone surrogates. */
export function IsFreeJson(maxLength: number, options?: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown) => isKeepable(value, 0) && (JSON.stringify(value)?.length ?? Infinity) <= maxLength;
  const defaultMessage = () => `$property must be JSON of at most ${maxLength} characters and ${DEEPEST} levels`;
  return ValidateBy({ name: 'isFreeJson', validator: { validate, defaultMessage } }, options);
}
