import { Injectable } from '@nestjs/common';
import type { FeedView, ListingRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { BookingConfig } from '../../config';
import { CalendarFeedStore } from '../../persistence/calendar-feed.store';
import { feedUrl, newFeedToken } from './feed-address';
import { OwnedResource } from './owned-resource';

/** Tells the owner where the calendar of a listing is read; it gets its address the first time somebody asks for it. */
@Injectable()
export class GetFeed {
  constructor(
    private readonly owned: OwnedResource,
    private readonly feeds: CalendarFeedStore,
    private readonly config: BookingConfig,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId }: ListingRequest, context: MessageContext): Promise<FeedView> {
    await this.owned.of(listingId, context);
    return { url: feedUrl(this.config.publicUrl, await this.feeds.token(listingId, newFeedToken(), this.clock.now())) };
  }
}
