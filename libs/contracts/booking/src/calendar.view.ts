import { IsId, IsInstant, IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';

/** Why a calendar could not be read: it could not be fetched, or what came could not be understood. */
export const CALENDAR_FAULTS = [
  'address', 'private', 'unresolved', 'unreachable', 'too-slow', 'too-large', 'too-many-redirects', 'unreadable', 'status',
  'not-a-calendar', 'broken', 'unknown-time-zone', 'not-understood', 'too-many-events', 'too-many-repetitions',
] as const;
/** One of the reasons. */
export type CalendarFaultWord = (typeof CALENDAR_FAULTS)[number];

/** What went wrong with the last try. */
export class CalendarFault {
  @IsIn(CALENDAR_FAULTS)
  reason: CalendarFaultWord;

  /** The status that was answered, or the time zone that nobody knows. */
  @IsOptional() @IsString()
  detail?: string;
}

/** Time that the other platform has sold, and that a booking here stands in. */
export class CalendarConflict {
  @IsInstant()
  from: string;

  @IsInstant()
  to: string;

  @IsId({ each: true })
  bookingIds: string[];
}

/** A calendar of another platform that takes time of a listing, as its owner sees it. */
export class CalendarView {
  @IsId()
  id: string;

  @IsId()
  listingId: string;

  @IsText(1, 100)
  name: string;

  @IsString() @MaxLength(2048)
  url: string;

  @IsInstant()
  createdAt: string;

  /** When it was last read; absent until it was. */
  @IsOptional() @IsInstant()
  lastReadAt?: string;

  /** What went wrong with the last try, if anything did. */
  @IsOptional() @ValidateNested() @Type(() => CalendarFault)
  lastError?: CalendarFault;

  /** When it is read again at the latest. */
  @IsInstant()
  nextReadAt: string;

  /** How many stretches of time it takes of the listing, in the past day and in all the time that is sold ahead. */
  @IsInt() @Min(0)
  eventsKept: number;

  /** Whether it could not be read for so long that nobody books at once for now. */
  @IsBoolean()
  isUnread: boolean;

  @IsArray() @ValidateNested({ each: true }) @Type(() => CalendarConflict)
  conflicts: CalendarConflict[];
}
