import { defineCommand } from '@bookable/kernel';
import { IsDay, IsId, IsNumberTo, IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { RatingView } from './rating.view';

/** One review that was written elsewhere, as far as it may be carried over: that it was, and when. */
export class ImportedReview {
  @IsText(1, 50)
  externalId: string;

  @IsDay()
  writtenOn: string;
}

export class ImportRatingRequest {
  @IsId()
  listingId: string;

  /** Where the listing was let before, such as `airbnb`. */
  @IsText(1, 50)
  source: string;

  @IsNumberTo(2) @Min(1) @Max(5)
  average: number;

  @IsInt() @Min(1) @Max(1_000_000)
  count: number;

  @IsOptional() @IsArray() @ArrayMaxSize(5_000) @ValidateNested({ each: true }) @Type(() => ImportedReview)
  reviews?: ImportedReview[];
}

/** Carries a listing's rating over from elsewhere; administrators only. Repeating it replaces what was carried over. */
export const ImportRating = defineCommand<ImportRatingRequest, RatingView>({ topic: 'review.import-rating', request: ImportRatingRequest, reply: RatingView });
