import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';
import { REVIEW_COLUMNS, REVIEW_TABLES, type ReviewRow } from './review-row';

/** Where a page of reviews begins: after the review of this id, or with the newest. */
export interface ReviewPage {
  readonly reader: string | null;
  readonly before: string | null;
  readonly limit: number;
}

/** A review as it was before it was changed. */
export interface RevisionRow extends Pick<ReviewRow, 'stars' | 'text' | 'salt' | 'hash' | 'version'> {
  readonly replacedAt: Date;
}

/** A booking with its listing, at which somebody was on one side or the other. */
export interface HistoryRow {
  readonly bookingId: string;
  readonly listingId: string;
  readonly role: 'owner' | 'renter';
  readonly completedAt: Date;
}

/** Newest first by id, which sorts by time; $1 is of whom, $2 who reads, $3 where the page begins, $4 how long it is. */
const pageWhere = (condition: string) => `
  SELECT ${REVIEW_COLUMNS} FROM ${REVIEW_TABLES}
  WHERE ${condition} AND deleted_at IS NULL AND review.is_shown_to(review, $2) AND ($3::uuid IS NULL OR review.id < $3)
  ORDER BY review.id DESC LIMIT $4`;

const PAGES = {
  listing: pageWhere(`rated = 'listing' AND subject_id = $1`),
  user: pageWhere(`rated = 'user' AND subject_id = $1`),
  author: pageWhere('author_id = $1'),
} as const;

const HISTORY = `
  SELECT booking_id AS "bookingId", listing_id AS "listingId", CASE WHEN owner_id = $1 THEN 'owner' ELSE 'renter' END AS role, completed_at AS "completedAt"
  FROM completed_booking AS stay
  WHERE (renter_id = $1 OR owner_id = $1) AND review.is_open_to(listing_id, $2)
    AND EXISTS (SELECT FROM review WHERE review.booking_id = stay.booking_id AND published_at IS NOT NULL AND hidden_at IS NULL AND deleted_at IS NULL)
    AND ($3::timestamptz IS NULL OR (completed_at, booking_id) < ($3, $4::uuid))
  ORDER BY completed_at DESC, booking_id DESC LIMIT $5`;

const OF_BOOKINGS = `
  SELECT ${REVIEW_COLUMNS} FROM ${REVIEW_TABLES}
  WHERE booking_id = ANY($1) AND deleted_at IS NULL AND published_at IS NOT NULL AND hidden_at IS NULL ORDER BY review.id`;

const REVISIONS = `
  SELECT stars, text, salt, hash, version, replaced_at AS "replacedAt" FROM review_revision
  WHERE review_id = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`;

/** Reads what people have written, as far as somebody may. */
@Injectable()
export class ReviewReader {
  /** What is shown of a listing or a person, or by a person, and what the reader wrote themselves. */
  page(on: Queryable, about: keyof typeof PAGES, id: string, { reader, before, limit }: ReviewPage): Promise<ReviewRow[]> {
    return on.query<ReviewRow>(PAGES[about], [id, reader, before, limit], { name: `find-reviews-by-${about}` });
  }

  /** What a person has been to, as far as something shown is said of it. */
  history(on: Queryable, userId: string, reader: string | null, before: { completedAt: string | null; bookingId: string | null }, limit: number): Promise<HistoryRow[]> {
    return on.query<HistoryRow>(HISTORY, [userId, reader, before.completedAt, before.bookingId, limit], { name: 'find-history' });
  }

  /** What is shown of these bookings. */
  ofBookings(on: Queryable, bookingIds: readonly string[]): Promise<ReviewRow[]> {
    return on.query<ReviewRow>(OF_BOOKINGS, [bookingIds], { name: 'find-reviews-of-bookings' });
  }

  /** What a review said before, the latest first. */
  revisions(on: Queryable, reviewId: string, before: number | null, limit: number): Promise<RevisionRow[]> {
    return on.query<RevisionRow>(REVISIONS, [reviewId, before, limit], { name: 'find-revisions' });
  }
}
