import type { FeedEventView, FindFeedRequest } from '@bookable/contracts-catalog';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { FeedReader } from '../persistence/feed.reader';
import { signedIn } from './signed-in';

const USUAL_LIMIT = 20;

/** Shows somebody what those whom they follow are planning. */
@Injectable()
export class FindFeed {
  constructor(
    private readonly feed: FeedReader,
    private readonly clock: Clock,
  ) {}

  async execute({ cursor, limit = USUAL_LIMIT }: FindFeedRequest, context: MessageContext): Promise<Page<FeedEventView>> {
    const { userId } = signedIn(context);
    const [startsAt, listingId] = cursor === undefined ? [null, null] : cursorKey(cursor, isFeedKey);
    const rows = await this.feed.page(userId, this.clock.now(), { startsAt, listingId }, limit + 1);
    return pageOf(
      rows,
      limit,
      (event) => ({ ...event, startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() }),
      (event) => [event.startsAt.toISOString(), event.listingId],
    );
  }
}

function isFeedKey(key: CursorKey): key is readonly [string, string] {
  const [startsAt, listingId] = key;
  return key.length === 2 && typeof startsAt === 'string' && !Number.isNaN(Date.parse(startsAt)) && isId(listingId);
}
