import { IsDayOrInstant, IsId, IsInstant } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import { BookingOptions } from './booking-options';

/** A stay that is kept for the caller while they make up their mind. */
export class HoldView {
  @IsId()
  id: string;

  @IsId()
  listingId: string;

  /** A day in the listing's time zone where it is let by nights or days, else an instant. */
  @IsDayOrInstant()
  from: string;

  @IsDayOrInstant()
  to: string;

  @IsInt() @Min(1)
  quantity: number;

  @IsOptional() @ValidateNested() @Type(() => BookingOptions)
  options?: BookingOptions;

  /** When it ends by itself. */
  @IsInstant()
  expiresAt: string;

  /** Whether it may be renewed still: each hold is, once. */
  @IsBoolean()
  isRenewable: boolean;
}
