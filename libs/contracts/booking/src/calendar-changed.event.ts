import { type EventContract, defineEvent } from '@bookable/kernel';
import { IsId, IsInstant, IsTimeZoneName } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { CALENDAR_FAULTS, CalendarConflict, type CalendarFaultWord } from './calendar.view';

/** An imported calendar at the moment something happened to it. */
export class CalendarFacts {
  @IsId()
  id: string;

  @IsId()
  listingId: string;

  @IsId()
  ownerId: string;

  @IsString()
  listingTitle: string;

  @IsTimeZoneName()
  timeZone: string;

  @IsString()
  name: string;

  /** When it was last read. */
  @IsOptional() @IsInstant()
  lastReadAt?: string;

  @IsOptional() @IsIn(CALENDAR_FAULTS)
  reason?: CalendarFaultWord;

  /** The conflicts that were not there before. */
  @ValidateNested({ each: true }) @Type(() => CalendarConflict)
  conflicts: CalendarConflict[];

  @IsInt()
  version: number;
}

const calendarEvent = (happened: string): EventContract<CalendarFacts> =>
  defineEvent<CalendarFacts>({ topic: `booking.calendar.${happened}`, payload: CalendarFacts, aggregateId: (facts) => facts.id });

/** It could not be read for an hour: until it can, nobody books the listing without its owner being asked. */
export const CalendarLost = calendarEvent('lost');
/** It can be read again. */
export const CalendarRecovered = calendarEvent('recovered');
/** The other platform has sold time that is booked here. */
export const CalendarClashed = calendarEvent('clashed');

/** Every event of an imported calendar. */
export const CALENDAR_EVENTS = [CalendarLost, CalendarRecovered, CalendarClashed] as const;
