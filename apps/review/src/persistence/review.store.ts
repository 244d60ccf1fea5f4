import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';
import type { Subject } from '../domain/review-subject';

/** A review as it is stored. */
export interface ReviewRow {
  readonly id: string;
  readonly bookingId: string;
  readonly subject: Subject;
  readonly rated: 'listing' | 'user';
  readonly subjectId: string;
  readonly authorId: string;
  readonly authorName: string | null;
  readonly aboutUserId: string;
  readonly listingId: string;
  readonly stars: number;
  readonly text: string;
  readonly publishedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewReview = Pick<ReviewRow, 'id' | 'bookingId' | 'subject' | 'rated' | 'subjectId' | 'authorId' | 'aboutUserId' | 'stars' | 'text' | 'createdAt'>;

const SELECT = `
  SELECT review.id, review.booking_id AS "bookingId", subject, rated, subject_id AS "subjectId", author_id AS "authorId",
         person.name AS "authorName", about_user_id AS "aboutUserId", completed_booking.listing_id AS "listingId", stars, text,
         published_at AS "publishedAt", review.version, created_at AS "createdAt", updated_at AS "updatedAt"
  FROM review
  JOIN completed_booking USING (booking_id)
  LEFT JOIN person ON person.id = review.author_id`;

@Injectable()
export class ReviewStore {
  /** Answers false where this subject of the booking was reviewed before, also if that review was taken back. */
  async add(tx: Transaction, review: NewReview): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO review (id, booking_id, subject, rated, subject_id, author_id, about_user_id, stars, text, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT (booking_id, subject) DO NOTHING RETURNING id`,
      [review.id, review.bookingId, review.subject, review.rated, review.subjectId, review.authorId, review.aboutUserId, review.stars, review.text, review.createdAt],
    );
    return added.length === 1;
  }

  async find(queryable: Queryable, reviewId: string): Promise<ReviewRow | undefined> {
    const [review] = await queryable.query<ReviewRow>(`${SELECT} WHERE review.id = $1 AND deleted_at IS NULL`, [reviewId]);
    return review;
  }

  async lock(tx: Transaction, reviewId: string): Promise<ReviewRow | undefined> {
    const [review] = await tx.query<ReviewRow>(`${SELECT} WHERE review.id = $1 AND deleted_at IS NULL FOR UPDATE OF review`, [reviewId]);
    return review;
  }

  async subjectsWritten(tx: Transaction, bookingId: string): Promise<Subject[]> {
    const rows = await tx.query<{ subject: Subject }>('SELECT subject FROM review WHERE booking_id = $1 AND deleted_at IS NULL', [bookingId]);
    return rows.map((row) => row.subject);
  }

  /** Shows whatever of a booking is still unseen, and answers it. */
  async publish(tx: Transaction, bookingId: string, now: Date): Promise<ReviewRow[]> {
    const shown = await tx.query<{ id: string }>(
      `UPDATE review SET published_at = $2, version = version + 1
       WHERE booking_id = $1 AND published_at IS NULL AND deleted_at IS NULL RETURNING id`,
      [bookingId, now],
    );
    if (shown.length === 0) return [];
    return tx.query<ReviewRow>(`${SELECT} WHERE review.id = ANY($1) ORDER BY review.id`, [shown.map((row) => row.id)]);
  }

  /** Replaces stars and text, and keeps what stood there as a revision. */
  async edit(tx: Transaction, review: ReviewRow, stars: number, text: string, now: Date): Promise<void> {
    await tx.query(
      `WITH kept AS (INSERT INTO review_revision (review_id, version, stars, text, replaced_at) VALUES ($1, $2, $3, $4, $7))
       UPDATE review SET stars = $5, text = $6, updated_at = $7, version = version + 1 WHERE id = $1`,
      [review.id, review.version, review.stars, review.text, stars, text, now],
    );
  }

  async remove(tx: Transaction, reviewId: string, now: Date): Promise<void> {
    await tx.query('UPDATE review SET deleted_at = $2, version = version + 1 WHERE id = $1', [reviewId, now]);
  }

  async report(queryable: Queryable, reviewId: string, reporterId: string, reason: string, now: Date): Promise<void> {
    await queryable.query(
      `INSERT INTO review_report (review_id, reporter_id, reason, reported_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [reviewId, reporterId, reason, now],
    );
  }

  /** A page of what is shown of a subject the reader may see, and of the reader's own; newest first by id, which sorts by time. */
  async findPage(queryable: Queryable, rated: 'listing' | 'user', subjectId: string, reader: string | null, before: string | null, limit: number): Promise<ReviewRow[]> {
    return queryable.query<ReviewRow>(
      `${SELECT}
       WHERE rated = $1 AND subject_id = $2 AND deleted_at IS NULL
         AND (author_id = $3 OR (published_at IS NOT NULL AND (rated = 'user' OR review.is_open_to(subject_id, $3))))
         AND ($4::uuid IS NULL OR review.id < $4)
       ORDER BY review.id DESC LIMIT $5`,
      [rated, subjectId, reader, before, limit],
      { name: 'find-reviews' },
    );
  }
}
