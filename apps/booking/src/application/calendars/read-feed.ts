import { Injectable } from '@nestjs/common';
import type { FeedDocument, ReadFeedRequest } from '@bookable/contracts-booking';
import { DomainError, NotFound, dayAt, startOfDay } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { BookingConfig } from '../../config';
import { feedEntries } from '../../domain/calendar/feed-entries';
import { writeFeed } from '../../domain/calendar/write-feed';
import { CalendarFeedStore } from '../../persistence/calendar-feed.store';
import { feedDomain } from './feed-domain';

const DAY_MS = 86_400_000;

/** Writes the calendar behind a token, for whoever has it. It begins with yesterday, so that it changes at most once a day by itself. */
@Injectable()
export class ReadFeed {
  constructor(
    private readonly feeds: CalendarFeedStore,
    private readonly config: BookingConfig,
    private readonly clock: Clock,
  ) {}

  async execute({ token }: ReadFeedRequest): Promise<FeedDocument> {
    const now = this.clock.now();
    const yesterday = new Date(startOfDay(dayAt(now.getTime() - DAY_MS, 'UTC'), 'UTC'));
    const source = await this.feeds.source(token, yesterday, now);
    if (!source) throw new DomainError(NotFound, 'There is no such calendar.');
    const { resource, claims, changedAtMs } = source;
    const text = writeFeed(resource.title, feedEntries(resource, claims, feedDomain(this.config.publicUrl, resource.id)));
    return { text, changedAt: new Date(changedAtMs).toISOString() };
  }
}
