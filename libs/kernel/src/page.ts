import { Malformed } from './known-problems';
import { DomainError } from './problem';

/** One page of a list; `nextCursor` is opaque and null on the last page (api.md, Lists). */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** The sort key of an item: what a cursor holds. */
export type CursorKey = readonly (string | number | null)[];

/** Packs the sort key of the last item into an opaque cursor. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Unpacks a cursor; undefined where the text is not one of ours. */
export function decodeCursor(cursor: string): (string | number | null)[] | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isKey = Array.isArray(key) && key.every((part) => part === null || typeof part === 'string' || typeof part === 'number');
    return isKey ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Unpacks a cursor that must hold a key of one list; anything else is refused as malformed. */
export function cursorKey<Key extends CursorKey>(cursor: string, isKeyOfThisList: (key: CursorKey) => key is Key): Key {
  const key = decodeCursor(cursor);
  if (!key || !isKeyOfThisList(key)) {
    throw new DomainError(Malformed, 'The cursor is not one of this list.', { errors: [{ path: 'cursor', message: 'is not a cursor of this list' }] });
  }
  return key;
}

/** Makes a page of one row more than fits: the row too many only says that there is a next page. */
export function pageOf<Row, Item>(rowsAndOneMore: readonly Row[], limit: number, present: (row: Row) => Item, keyOf: (row: Row) => CursorKey): Page<Item> {
  const rows = rowsAndOneMore.slice(0, limit);
  const last = rowsAndOneMore.length > limit ? rows.at(-1) : undefined;
  return { items: rows.map(present), nextCursor: last === undefined ? null : encodeCursor(keyOf(last)) };
}
