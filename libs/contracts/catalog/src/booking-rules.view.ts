import type { BookingRules, CancellationPolicy, ClosedDays, OpeningHours } from '@bookable/kernel';
import { CANCELLATION_POLICIES, IsDay, IsTimeOfDay, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDivisibleBy, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';

/** Whether the owner answers each request, or a booking is confirmed at once. */
export const APPROVALS = ['request', 'instant'] as const;
export type Approval = (typeof APPROVALS)[number];

/** One stretch of one weekday on which a workspace is open; a weekday without any is a day it is closed. */
export class OpeningHoursView implements OpeningHours {
  /** 1 is Monday, 7 is Sunday. */
  @IsInt() @Min(1) @Max(7)
  weekday: number;

  @IsTimeOfDay()
  opens: string;

  /** `24:00` is the end of the day. */
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: '$property must be a time of day, HH:MM, or 24:00' })
  closes: string;
}

/** Days on which nothing begins, ends or goes on; for nights, the nights of these days. */
export class ClosedDaysView implements ClosedDays {
  @IsDay()
  from: string;

  /** Excluded; one day where it is left out. */
  @MayBeLeftOut() @IsDay()
  to?: string;
}

/** How a listing is booked. */
export class BookingRulesView implements BookingRules {
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
  openingHours?: readonly OpeningHoursView[];

  /** Not for events, which have a time of their own. */
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(366) @ValidateNested({ each: true }) @Type(() => ClosedDaysView)
  closedDays?: readonly ClosedDaysView[];

  /** Time to get ready before each booking, kept free with it. By the hour only. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(1440) @IsDivisibleBy(15)
  bufferBeforeMinutes?: number;

  /** Time to clear up after each booking, kept free with it. By the hour only. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(1440) @IsDivisibleBy(15)
  bufferAfterMinutes?: number;

  /** How long a room is cleaned after each stay, kept free with it. Rooms of hotels only, which say it of themselves. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(720)
  cleaningMinutes?: number;

  /** How long a hold stands; 15 minutes unless told. */

  @IsOptional() @IsInt() @Min(1) @Max(1440)
  holdMinutes?: number;

  @IsOptional() @IsIn(CANCELLATION_POLICIES)
  cancellation?: CancellationPolicy;
}
