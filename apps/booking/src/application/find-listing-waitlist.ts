import { Injectable } from '@nestjs/common';
import type { FindListingWaitlistRequest } from '@bookable/contracts-booking';
import { type CursorKey, cursorKey } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { WaitlistReader } from '../persistence/waitlist.reader';
import { callerIsAdmin, callerOf } from './caller';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';
import { pageJson } from './page-json';

const LIMIT = 20;

/** Shows an owner who stands in line, in the order in which they are served. */
@Injectable()
export class FindListingWaitlist {
  constructor(
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly reader: WaitlistReader,
  ) {}

  async execute({ listingId, cursor, limit = LIMIT }: FindListingWaitlistRequest, context: MessageContext): Promise<Buffer> {
    const userId = callerOf(context);
    const resource = await this.find.current(listingId);
    if (resource.ownerId !== userId && !callerIsAdmin(context)) await this.audience.refuse(resource, context, 'Only the owner sees who waits.');
    const after = cursor === undefined ? undefined : cursorKey(cursor, isKeyOfLine)[0];
    const { items, lastKey } = await this.reader.ofResource(listingId, after, limit);
    return pageJson(items, lastKey === null ? null : [Number(lastKey)]);
  }
}

function isKeyOfLine(key: CursorKey): key is [number] {
  return key.length === 1 && Number.isSafeInteger(key[0]);
}
