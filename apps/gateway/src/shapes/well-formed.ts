import { type FieldFault, isKeepable } from '@bookable/kernel';

/** Deeper than any contract nests, and far from where a recursive reader would run out of stack. */
const DEPTH_AT_MOST = 24;

/**
 * The first thing in a sent value that no part of the product could keep: a NUL or a lone surrogate in a text,
 * a number that JavaScript cannot count with, or nesting without end. Undefined where there is none.
 */
export function findUnkeepable(value: unknown, path = '', depth = 0): FieldFault | undefined {
  if (typeof value === 'string') return isKeepable(value) ? undefined : { path, message: 'holds characters that are not text' };
  if (typeof value === 'number') return isCountable(value) ? undefined : { path, message: 'is a number out of range' };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= DEPTH_AT_MOST) return { path, message: 'is nested too deeply' };
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (!isKeepable(key)) return { path, message: 'has a name that is not text' };
    const fault = findUnkeepable(Reflect.get(value, key), at, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function isCountable(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}
