import { Injectable } from '@nestjs/common';
import type { FeedView, ListingRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { BookingConfig } from '../../config';
import { CalendarFeedStore } from '../../persistence/calendar-feed.store';
import { feedUrl, newFeedToken } from './feed-address';
import { OwnedResource } from './owned-resource';

/** Gives the calendar of a listing another address, for an owner who has told the former one to too many. */
@Injectable()
export class RotateFeed {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedResource,
    private readonly feeds: CalendarFeedStore,
    private readonly config: BookingConfig,
    private readonly clock: Clock,
  ) {}

  async execute(request: ListingRequest, context: MessageContext): Promise<FeedView> {
    await this.owned.of(request.listingId, context);
    return this.database.command(context, request, async (tx) => {
      const token = newFeedToken();
      await this.feeds.replace(tx, request.listingId, token, this.clock.now());
      return { url: feedUrl(this.config.publicUrl, token) };
    });
  }
}
