import { IsDayOrInstant, IsId, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { BookingOptions } from './booking-options';

/** From when to when, for how many, and what beside. */
export class StayTerms {
  /** Left out for an event, which has its own time. */
  @MayBeLeftOut() @IsDayOrInstant()
  from?: string;

  @MayBeLeftOut() @IsDayOrInstant()
  to?: string;

  /** How many places. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000)
  quantity?: number;

  @IsOptional() @ValidateNested() @Type(() => BookingOptions)
  options?: BookingOptions;

  /** How many people come, for fees that are paid for each of them; as many as places unless told. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000)
  guests?: number;
}

/** Which stay is meant; for one place unless told. */
export class StayRequest extends StayTerms {
  @IsId()
  listingId: string;
}
