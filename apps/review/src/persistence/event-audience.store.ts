import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';

/** Whom an event is for, as catalog told us. */
export interface EventAudience {
  readonly listingId: string;
  readonly ownerId: string;
  readonly isForFollowers: boolean;
  readonly version: number;
}

const KEEP = `
  INSERT INTO event_audience (listing_id, owner_id, is_for_followers, version) VALUES ($1, $2, $3, $4)
  ON CONFLICT (listing_id) DO UPDATE SET is_for_followers = excluded.is_for_followers, version = excluded.version
  WHERE event_audience.version < excluded.version`;

/** Who may read what is said of an event. */
@Injectable()
export class EventAudienceStore {
  async keep(queryable: Queryable, { listingId, ownerId, isForFollowers, version }: EventAudience): Promise<void> {
    await queryable.query(KEEP, [listingId, ownerId, isForFollowers, version], { name: 'keep-event-audience' });
  }

  /** Whether somebody, or nobody in particular, may see a listing as far as its audience goes. */
  async isOpenTo(queryable: Queryable, listingId: string, reader: string | null): Promise<boolean> {
    const [row] = await queryable.query<{ isOpen: boolean }>('SELECT review.is_open_to($1, $2) AS "isOpen"', [listingId, reader], { name: 'is-open-to' });
    return row!.isOpen;
  }
}
