import type { FindListingWaitlistRequest } from '@bookable/contracts-booking';
import { type CursorKey, cursorKey } from '@bookable/kernel';
import type { WaitlistReader } from '../persistence/waitlist.reader';
import { pageJson } from './page-json';

const LIMIT = 20;

/** Who stands in line for a listing, in the order in which they are served. */
export async function pageOfLine(reader: WaitlistReader, { listingId, cursor, limit = LIMIT }: FindListingWaitlistRequest): Promise<Buffer> {
  const after = cursor === undefined ? undefined : cursorKey(cursor, isKeyOfLine)[0];
  const { items, lastKey } = await reader.ofResource(listingId, after, limit);
  return pageJson(items, lastKey === null ? null : [Number(lastKey)]);
}

function isKeyOfLine(key: CursorKey): key is [number] {
  return key.length === 1 && Number.isSafeInteger(key[0]);
}
