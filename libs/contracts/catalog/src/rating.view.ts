import { IsInt, IsNumber, IsOptional } from 'class-validator';

/** What guests gave; the average is null before the first review. */
export class ListingRatingView {
  @IsOptional() @IsNumber()
  average: number | null;

  @IsInt()
  count: number;
}
