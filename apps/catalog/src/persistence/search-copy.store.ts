import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';
import type { TakenTime } from '../domain/availability-profile';

/** A rating as review told it. */
export interface RatingCopy {
  readonly listingId: string;
  readonly average: number | null;
  readonly count: number;
  readonly version: number;
}

/** A profile as booking told it. */
export interface AvailabilityCopy extends TakenTime {
  readonly listingId: string;
  readonly capacity: number;
  readonly version: number;
}

const KEEP_RATING = `
  UPDATE search_entry SET (rating_average, rating_count, rating_version) = ($2, $3, $4) WHERE listing_id = $1 AND rating_version < $4`;

// Locked in the order of their ids, so that two replicas never wait for each other.
const KEEP_AVAILABILITY = `
  WITH told AS MATERIALIZED (
      SELECT * FROM json_to_recordset($1) AS told (
        "listingId" uuid, capacity integer, version bigint, "fullDays" bit(768), "takenFrom" bigint[], "takenTo" bigint[], "takenFree" integer[])),
    older AS MATERIALIZED (
      SELECT listing_id FROM search_entry JOIN told ON told."listingId" = listing_id
      WHERE availability_version < told.version ORDER BY listing_id FOR UPDATE OF search_entry)
  UPDATE search_entry AS entry
  SET (offered, full_days, taken_from, taken_to, taken_free, availability_version) = (told.capacity, told."fullDays", told."takenFrom", told."takenTo", told."takenFree", told.version)
  FROM told JOIN older ON older.listing_id = told."listingId"
  WHERE entry.listing_id = told."listingId" AND entry.availability_version < told.version`;

const CLEAR_PAST_DAYS = `
  WITH stale AS (
    SELECT listing_id FROM search_entry WHERE (full_days & ~$1::bit(768)) > $2::bit(768) ORDER BY listing_id LIMIT $3 FOR UPDATE SKIP LOCKED)
  UPDATE search_entry AS e SET full_days = e.full_days & $1::bit(768) FROM stale WHERE e.listing_id = stale.listing_id RETURNING e.listing_id`;

/** What search keeps of other services' facts; an older fact never replaces a newer one. */
@Injectable()
export class SearchCopyStore {
  async keepRating(tx: Queryable, { listingId, average, count, version }: RatingCopy): Promise<void> {
    await tx.query(KEEP_RATING, [listingId, average ?? 0, count, version], { name: 'keep-rating' });
  }

  /** Takes in profiles of different listings; one that was taken in before changes nothing. */
  async keepAvailability(on: Queryable, copies: readonly AvailabilityCopy[]): Promise<void> {
    await on.query(KEEP_AVAILABILITY, [JSON.stringify(copies)], { name: 'keep-availability' });
  }

  /** Clears bits of days that no longer count, of a batch of listings; answers how many there were. */
  async clearDaysOutside(tx: Queryable, days: string, limit: number): Promise<number> {
    const rows = await tx.query(CLEAR_PAST_DAYS, [days, '0'.repeat(days.length), limit]);
    return rows.length;
  }
}
