import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Transaction } from '@bookable/platform-database';
import type { FeedClaim } from '../domain/calendar/feed-entries';
import type { Resource } from '../domain/resource';

/** Everything that a feed is written from. */
export interface FeedSource {
  readonly resource: Pick<Resource, 'id' | 'unit' | 'title' | 'timeZone' | 'capacity' | 'rules'>;
  readonly claims: readonly FeedClaim[];
  readonly changedAtMs: number;
}


const EPOCH_MS = (instant: string) => `(extract(epoch FROM ${instant}) * 1000)::bigint`;

/** One statement, so that a feed is of one moment. What other platforms have taken is left out. */
const SOURCE = `
  SELECT json_build_object('id', resource.id, 'unit', unit, 'title', title, 'timeZone', time_zone, 'capacity', capacity, 'rules', rules) AS resource,
         coalesce(entry.claims, '[]') AS claims,
         ${EPOCH_MS(`greatest(feed.created_at, entry.changed_at, (SELECT max(released_at) FROM past_claim WHERE past_claim.resource_id = resource.id))`)}::float8 AS "changedAtMs"
  FROM calendar_feed AS feed JOIN resource ON resource.id = feed.resource_id
  CROSS JOIN LATERAL (
    SELECT max(greatest(claim.taken_at, booking.updated_at)) AS changed_at, json_agg(json_build_object(
      'id', claim.id, 'kind', claim.kind, 'fromMs', ${EPOCH_MS('lower(during)')}, 'toMs', ${EPOCH_MS('upper(during)')}, 'quantity', claim.quantity,
      'isCertain', claim.expires_at IS NULL, 'sequence', coalesce(booking.version - 1, 0), 'stampedAtMs', ${EPOCH_MS('greatest(claim.taken_at, booking.updated_at)')}
    ) ORDER BY lower(during), claim.id) AS claims
    FROM overlapping_claims(resource.id, tstzrange($2, NULL)) AS claim LEFT JOIN booking ON booking.id = claim.booking_id
    WHERE claim.kind <> 'external' AND (claim.expires_at IS NULL OR claim.expires_at > $3)
  ) AS entry
  WHERE feed.token = $1`;

/** Keeps the secret addresses of feeds, and reads what is told there. */
@Injectable()
export class CalendarFeedStore {
  constructor(private readonly database: Database) {}

  /** The token of a resource's feed: the one it has, else the one that is offered. */
  async token(resourceId: string, offered: string, now: Date): Promise<string> {
    const [kept] = await this.database.query<{ token: string }>(
      `INSERT INTO calendar_feed VALUES ($1, $2, $3) ON CONFLICT (resource_id) DO UPDATE SET token = calendar_feed.token RETURNING token`,
      [resourceId, offered, now],
    );
    return kept!.token;
  }

  /** Puts a token in the place of the one there was. */
  async replace(tx: Transaction, resourceId: string, token: string, now: Date): Promise<void> {
    await tx.query(
      'INSERT INTO calendar_feed VALUES ($1, $2, $3) ON CONFLICT (resource_id) DO UPDATE SET token = excluded.token, created_at = excluded.created_at',
      [resourceId, token, now],
    );
  }

  /** Takes away the address of a feed. */
  async remove(tx: Transaction, resourceId: string): Promise<void> {
    await tx.query('DELETE FROM calendar_feed WHERE resource_id = $1', [resourceId]);
  }

  /** What stands behind a token, from a moment on; undefined where there is no such token. */
  async source(token: string, from: Date, now: Date, within: Queryable = this.database): Promise<FeedSource | undefined> {
    const [row] = await within.query<FeedSource>(SOURCE, [token, from, now], { name: 'calendar-feed' });
    return row;
  }
}
