import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { MovieEventView } from './get-movie.query';
import { EVENT_PRIVACIES, type EventPrivacy } from './listing-kinds';

/** An event of somebody whom the caller follows; the rest is in its listing. */
export class FeedEventView extends MovieEventView {
  @IsId()
  hostId: string;

  @IsOptional() @IsString()
  hostName: string | null;

  @IsIn(EVENT_PRIVACIES)
  privacy: EventPrivacy;
}

export class FindFeedRequest extends PageRequest {}

/** What those whom the caller follows are planning, the soonest first. */
export const FindFeed = defineQuery<FindFeedRequest, Page<FeedEventView>>({
  topic: 'catalog.find-feed',
  request: FindFeedRequest,
  reply: FeedEventView,
  answers: 'page',
});
