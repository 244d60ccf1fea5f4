import { IsId } from '@bookable/wire';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';

export const RATING_SUBJECTS = ['listing', 'user'] as const;
export type RatingSubject = (typeof RATING_SUBJECTS)[number];

/** The mean of the shown reviews of a listing, or of a user as host and guest. */
export class RatingView {
  /** Rounded to two places; null while nobody has reviewed. */
  @IsOptional() @IsNumber() @Min(1) @Max(5)
  average: number | null;

  @IsInt() @Min(0)
  count: number;

  /** How many reviews gave 1, 2, 3, 4 and 5 stars, in this order. */
  @IsArray() @ArrayMinSize(5) @ArrayMaxSize(5) @IsInt({ each: true })
  histogram: number[];
}

/** A rating as it is shown, with an average that a few reviews alone cannot carry far. */
export class ShownRatingView extends RatingView {
  /** The mean as if five more had given 3.5, which is how search ranks; null while nobody has reviewed. */
  @IsOptional() @IsNumber() @Min(1) @Max(5)
  bayesianAverage: number | null;
}

/** The whole rating of one subject at one version. */
export class RatingFacts extends RatingView {
  @IsIn(RATING_SUBJECTS)
  subject: RatingSubject;

  @IsId()
  subjectId: string;

  @IsInt()
  version: number;
}
