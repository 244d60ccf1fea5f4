import { Injectable } from '@nestjs/common';
import type { BlockView, FindBlocksRequest } from '@bookable/contracts-booking';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { writtenRange } from '../domain/read-range';
import { type BlockKey, BlockReader } from '../persistence/block.reader';
import { callerIsAdmin, callerOf } from './caller';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';

const LIMIT = 20;

/** Shows the owner, or an administrator, what is closed by hand. */
@Injectable()
export class FindBlocks {
  constructor(
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly blocks: BlockReader,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, cursor, limit = LIMIT }: FindBlocksRequest, context: MessageContext): Promise<Page<BlockView>> {
    const userId = callerOf(context);
    const resource = await this.find.current(listingId);
    if (resource.ownerId !== userId && !callerIsAdmin(context)) await this.audience.refuse(resource, context, 'Only the owner sees what is closed, and why.');
    const after = cursor === undefined ? undefined : cursorKey(cursor, isBlockKey);
    const found = await this.blocks.page(listingId, this.clock.now(), after, limit);
    return pageOf(
      found,
      limit,
      ({ id, note, createdAt, ...period }) => ({ id, ...writtenRange(resource, period), note: note ?? undefined, createdAt: createdAt.toISOString() }),
      ({ fromMs, id }): BlockKey => [fromMs, id],
    );
  }
}

function isBlockKey(key: CursorKey): key is BlockKey {
  return key.length === 2 && Number.isSafeInteger(key[0]) && isId(key[1]);
}
