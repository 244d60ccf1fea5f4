import { IsId } from '@bookable/wire';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** What is booked beside, for the same time, all or nothing: of the same owner, and let by the same unit of time. */
export class BesideRequest {
  @IsId()
  listingId: string;

  /** How many places of it; 1 unless told. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000)
  quantity?: number;
}

/** What a booking has beside. */
export class BesideView {
  @IsId()
  listingId: string;

  @IsInt() @Min(1)
  quantity: number;
}
