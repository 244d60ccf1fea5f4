import { DomainError, Malformed, decodeCursor, isId } from '@bookable/kernel';
import { isInstant } from '@bookable/wire';

/** Where a page of what is ordered by time goes on. */
export interface TimeCursor {
  readonly at: string;
  readonly id: string;
}

/** Reads a cursor of ours, and refuses any other. */
export function readCursor(cursor: string | undefined): TimeCursor | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = decodeCursor(cursor) ?? [];
  if (isInstant(at) && isId(id)) return { at, id };
  throw new DomainError(Malformed, undefined, { errors: [{ path: 'cursor', message: 'is not a cursor of this list' }] });
}
