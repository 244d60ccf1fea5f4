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
  readonly salt: string;
  readonly hash: string;
  readonly publishedAt: Date | null;
  readonly hiddenAt: Date | null;
  readonly hiddenBecause: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The columns of a review, its author's name among them. */
export const REVIEW_COLUMNS = `
  review.id, review.booking_id AS "bookingId", review.subject, review.rated, review.subject_id AS "subjectId", review.author_id AS "authorId",
  person.name AS "authorName", review.about_user_id AS "aboutUserId", completed_booking.listing_id AS "listingId", review.stars, review.text,
  review.salt, review.hash, review.published_at AS "publishedAt", review.hidden_at AS "hiddenAt", review.hidden_because AS "hiddenBecause",
  review.version, review.created_at AS "createdAt", review.updated_at AS "updatedAt"`;

/** Where they come from. */
export const REVIEW_TABLES = 'review JOIN completed_booking USING (booking_id) LEFT JOIN person ON person.id = review.author_id';
