import { type CursorKey, cursorKey, isId } from '@bookable/kernel';

/** The review that a page goes on after; null for the first page. */
export function reviewKeyOf(cursor: string | undefined): string | null {
  return cursor === undefined ? null : cursorKey(cursor, isReviewKey)[0];
}

function isReviewKey(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}
