import { IsNumberTo, IsText } from '@bookable/wire';
import { IsOptional, Max, Min } from 'class-validator';

/** What a workspace has beside what every listing has; its capacity is its number of seats. */
export class WorkspaceDetailsView {
  /** What one seat is: a desk, an office, a meeting room. */
  @IsText(1, 60)
  seatType: string;

  @IsOptional() @IsNumberTo(2) @Min(1) @Max(100_000)
  areaSquareMetres?: number;

  @IsOptional() @IsText(1, 200)
  floor?: string;

  @IsOptional() @IsText(1, 500)
  access?: string;
}
