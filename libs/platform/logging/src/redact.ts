import { scrubText } from './scrub-text';
import { isSensitiveKey } from './sensitive-keys';

const REDACTED = '[redacted]';
const MAX_DEPTH = 8;
const MAX_ITEMS = 50;

interface Coded {
  readonly code?: unknown;
}

/** An error keeps its kind, words, place and cause. Other properties are left out: drivers put rows and parameters there. */
function redactError(error: Error, depth: number): object {
  const { code } = error as Coded;
  return {
    type: error.name,
    message: scrubText(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: scrubText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
    ...(error instanceof AggregateError ? { errors: redact(error.errors, depth + 1) } : {}),
  };
}

function redactObject(value: object, depth: number): unknown {
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1));
  if (value instanceof Map || value instanceof Set) return `[${value.size} entries]`;
  const pairs = Object.entries(value).slice(0, MAX_ITEMS);
  return Object.fromEntries(
    pairs.map(([key, inner]) => [scrubText(key), isSensitiveKey(key) && inner != null ? REDACTED : redact(inner, depth + 1)]),
  );
}

/**
 * A copy of a value fit for a log: whatever stands under a sensitive key is replaced, at any depth, and secrets inside
 * texts are taken out. Bounded in depth and breadth, so that a value with a cycle ends too.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  return typeof value === 'object' && value !== null ? redactObject(value, depth) : value;
}
