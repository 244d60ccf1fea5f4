import { Transform } from 'class-transformer';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Reads a number from a query string; whatever is not plainly one stays text, so that the next rule refuses it. */
export function NumberParameter(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' && NUMBER.test(value) ? Number(value) : value));
}

/** Reads `true` or `false` from a query string. */
export function BooleanParameter(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
}

/** Reads a list from a query string: repeated (`tags=a&tags=b`), separated by commas (`tags=a,b`), or both. */
export function ListParameter(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string' && !Array.isArray(value)) return value;
    const parts: unknown[] = Array.isArray(value) ? value : [value];
    return parts.flatMap((part) => (typeof part === 'string' ? part.split(',').map((word) => word.trim()).filter(Boolean) : [part]));
  });
}
