import { IsId, IsInstant, IsText, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import { ReviewSealView } from './review-seal.view';

/** What a review is about: the listing, which may be called `event` where it is one, or the host (written by the renter), or the guest (written by the owner). */
export const REVIEW_SUBJECTS = ['listing', 'event', 'host', 'guest'] as const;
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

  /** What fixes these stars and this text. */
  @MayBeLeftOut() @ValidateNested() @Type(() => ReviewSealView)
  seal?: ReviewSealView;

  /** Why an administrator has hidden it, for its author; left out where nobody has. */
  @MayBeLeftOut() @IsText(1, 1000)
  hiddenBecause?: string;

  @IsInstant()
  createdAt: string;

  @IsInstant()
  updatedAt: string;
}
