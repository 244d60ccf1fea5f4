import { IsTimeOfDay } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';

/** Whether the owner answers each request, or a booking is confirmed at once. */
export const APPROVALS = ['request', 'instant'] as const;
export type Approval = (typeof APPROVALS)[number];

/** How much of the price comes back when the renter cancels. */
export const CANCELLATION_POLICIES = ['flexible', 'moderate', 'strict'] as const;
export type CancellationPolicy = (typeof CANCELLATION_POLICIES)[number];

/** One stretch of one weekday on which a workspace is open; a weekday without any is a day it is closed. */
export class OpeningHoursView {
  /** 1 is Monday, 7 is Sunday. */
  @IsInt() @Min(1) @Max(7)
  weekday: number;

  @IsTimeOfDay()
  opens: string;

  /** `24:00` is the end of the day. */
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: '$property must be a time of day, HH:MM, or 24:00' })
  closes: string;
}

/** How a listing is booked. */
export class BookingRulesView {
  @IsIn(APPROVALS)
  approval: Approval;

  /** The shortest booking, in units of the price. */
  @IsOptional() @IsInt() @Min(1) @Max(1125)
  minUnits?: number;

  /** The longest booking, in units of the price. */
  @IsOptional() @IsInt() @Min(1) @Max(1125)
  maxUnits?: number;

  @IsOptional() @IsTimeOfDay()
  checkIn?: string;

  @IsOptional() @IsTimeOfDay()
  checkOut?: string;

  /** Absent means open at all hours. */
  @IsOptional() @IsArray() @ArrayMaxSize(28) @ValidateNested({ each: true }) @Type(() => OpeningHoursView)
  openingHours?: OpeningHoursView[];

  @IsOptional() @IsInt() @Min(1) @Max(1440)
  holdMinutes?: number;

  @IsOptional() @IsIn(CANCELLATION_POLICIES)
  cancellation?: CancellationPolicy;
}
