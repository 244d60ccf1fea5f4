import { IsId, IsInstant, IsText } from '@bookable/wire';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

/** What a review is about: the listing or the host (written by the renter), or the guest (written by the owner). */
export const REVIEW_SUBJECTS = ['listing', 'host', 'guest'] as const;
export type ReviewSubject = (typeof REVIEW_SUBJECTS)[number];

/** A review as readers see it. Until it is shown, only its author does. */
export class ReviewView {
  @IsId()
  id: string;

  @IsId()
  bookingId: string;

  @IsIn(REVIEW_SUBJECTS)
  subject: ReviewSubject;

  /** The listing, or the user the review is about. */
  @IsId()
  subjectId: string;

  @IsId()
  authorId: string;

  /** Null once the author has deleted their account. */
  @IsOptional() @IsString()
  authorName: string | null;

  @IsInt() @Min(1) @Max(5)
  stars: number;

  @IsText(0, 5000)
  text: string;

  /** Whether both sides have written, or 14 days have gone by since completion. */
  @IsBoolean()
  published: boolean;

  @IsInstant()
  createdAt: string;

  @IsInstant()
  updatedAt: string;
}
