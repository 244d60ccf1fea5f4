import { defineCommand, defineQuery } from '@bookable/kernel';
import { IsInstant } from '@bookable/wire';
import { IsString, IsUrl, Matches } from 'class-validator';
import { ListingRequest } from './find-calendars.query';

/** What the token of a feed looks like: 192 bits that nobody can guess. */
export const FEED_TOKEN = /^[A-Za-z0-9_-]{32}$/;

/** Where the private calendar of a listing is. Whoever has the address can read it, so it is for the owner to give away. */
export class FeedView {
  @IsUrl({ require_tld: false })
  url: string;
}

/** Whose feed: the secret part of its address. */
export class ReadFeedRequest {
  @Matches(FEED_TOKEN)
  token: string;
}

/** A listing's calendar (RFC 5545), and since when it has been as it is. */
export class FeedDocument {
  @IsString()
  text: string;

  @IsInstant()
  changedAt: string;
}

/** The address of a listing's calendar, for its owner. */
export const GetFeed = defineQuery<ListingRequest, FeedView>({ topic: 'booking.get-feed', request: ListingRequest, reply: FeedView });

/** Gives a listing's calendar another address; under the former one there is nothing from then on. */
export const RotateFeed = defineCommand<ListingRequest, FeedView>({ topic: 'booking.rotate-feed', request: ListingRequest, reply: FeedView });

/** When a listing is taken, without a word about by whom. What was imported from others is left out: they know it. */
export const ReadFeed = defineQuery<ReadFeedRequest, FeedDocument>({ topic: 'booking.read-feed', request: ReadFeedRequest, reply: FeedDocument });
