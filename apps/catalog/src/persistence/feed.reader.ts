import type { FeedEventView } from '@bookable/contracts-catalog';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** An event as it is read. */
export interface FeedRow extends Omit<FeedEventView, 'startsAt' | 'endsAt'> {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const FEED = `
  SELECT e.listing_id AS "listingId", listing.title, e.city, e.owner_id AS "hostId", host.name AS "hostName", e.privacy, e.starts_at AS "startsAt", e.ends_at AS "endsAt",
    e.is_paid AS paid, json_build_object('amount', e.price_amount, 'currency', e.currency) AS price
  FROM follow JOIN search_entry AS e ON e.owner_id = follow.followed_id JOIN listing ON listing.id = e.listing_id LEFT JOIN host ON host.id = e.owner_id
  WHERE follower_id = $1 AND is_following AND e.kind = 'event' AND e.status = 'active' AND e.starts_at > $2
    AND ($3::timestamptz IS NULL OR (e.starts_at, e.listing_id) > ($3, $4::uuid))
  ORDER BY e.starts_at, e.listing_id LIMIT $5`;

/** Reads the events of those whom somebody follows. */
@Injectable()
export class FeedReader {
  constructor(private readonly database: Database) {}

  /** The soonest first. */
  page(followerId: string, now: Date, after: { startsAt: string | null; listingId: string | null }, limit: number): Promise<FeedRow[]> {
    return this.database.query<FeedRow>(FEED, [followerId, now, after.startsAt, after.listingId, limit], { name: 'find-feed' });
  }
}
