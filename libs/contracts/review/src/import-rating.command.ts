import { defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { RatingView } from './rating.view';

export class ImportRatingRequest {
  @IsId()
  listingId: string;

  /** Where the listing was let before, such as `airbnb`. */
  @IsText(1, 50)
  source: string;

  @IsNumber({ maxDecimalPlaces: 2 }) @Min(1) @Max(5)
  average: number;

  @IsInt() @Min(1) @Max(1_000_000)
  count: number;
}

/** Carries a listing's rating over from elsewhere; administrators only. Repeating it replaces what was carried over. */
export const ImportRating = defineCommand<ImportRatingRequest, RatingView>({ topic: 'review.import-rating', request: ImportRatingRequest, reply: RatingView });
