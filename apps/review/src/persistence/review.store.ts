import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';
import type { ReviewSeal } from '../domain/review-seal';
import type { Subject } from '../domain/review-subject';
import { REVIEW_COLUMNS, REVIEW_TABLES, type ReviewRow } from './review-row';

export type NewReview = Pick<ReviewRow, 'id' | 'bookingId' | 'subject' | 'rated' | 'subjectId' | 'authorId' | 'aboutUserId' | 'stars' | 'text' | 'salt' | 'hash' | 'createdAt'>;

/** What a review says from now on. */
export interface NewWords extends ReviewSeal {
  readonly stars: number;
  readonly text: string;
}

const SELECT = `SELECT ${REVIEW_COLUMNS} FROM ${REVIEW_TABLES}`;

/** What people have written. */
@Injectable()
export class ReviewStore {
  /** Answers false where this subject of the booking was reviewed before, also if that review was taken back. */
  async add(tx: Transaction, review: NewReview): Promise<boolean> {
    const { id, bookingId, subject, rated, subjectId, authorId, aboutUserId, stars, text, salt, hash, createdAt } = review;
    const added = await tx.query(
      `INSERT INTO review (id, booking_id, subject, rated, subject_id, author_id, about_user_id, stars, text, salt, hash, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) ON CONFLICT DO NOTHING RETURNING id`,
      [id, bookingId, subject, rated, subjectId, authorId, aboutUserId, stars, text, salt, hash, createdAt],
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

  /** Whether somebody reads a review: its author, and everybody else once it is shown, unless it is of an event that is not for them. */
  async isShownTo(queryable: Queryable, reviewId: string, reader: string): Promise<boolean> {
    const [row] = await queryable.query<{ isShown: boolean }>('SELECT review.is_shown_to(review, $2) AS "isShown" FROM review WHERE id = $1', [reviewId, reader]);
    return row?.isShown ?? false;
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

  /** Replaces stars and text with their seal, and keeps what stood there as a revision with its own. */
  async edit(tx: Transaction, review: ReviewRow, words: NewWords, now: Date): Promise<void> {
    await tx.query(
      `WITH kept AS (
         INSERT INTO review_revision (review_id, version, stars, text, salt, hash, replaced_at) SELECT id, version, stars, text, salt, hash, $6 FROM review WHERE id = $1)
       UPDATE review SET stars = $2, text = $3, salt = $4, hash = $5, updated_at = $6, version = version + 1 WHERE id = $1`,
      [review.id, words.stars, words.text, words.salt, words.hash, now],
    );
  }

  async remove(tx: Transaction, reviewId: string, now: Date): Promise<void> {
    await tx.query('UPDATE review SET deleted_at = $2, version = version + 1 WHERE id = $1', [reviewId, now]);
  }
}
