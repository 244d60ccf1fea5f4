import { type CursorKey, encodeCursor } from '@bookable/kernel';

/** A page whose items the database wrote as JSON. */
export function pageJson(items: string, lastKey: CursorKey | null): Buffer {
  return Buffer.from(`{"items":${items},"nextCursor":${JSON.stringify(lastKey && encodeCursor(lastKey))}}`);
}
