import { type CursorKey, cursorKey, isId } from '@bookable/kernel';

/** The id that a cursor of a list of ids stands for: that of the last one of the page before. */
export function lastIdOf(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : cursorKey(cursor, isKeyOfIds)[0];
}

function isKeyOfIds(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}
