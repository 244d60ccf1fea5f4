import { type Page, defineQuery } from '@bookable/kernel';
import { IsDay, IsId, IsInstant, PageRequest } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsNumber, IsOptional, IsString, Min, ValidateNested } from 'class-validator';
import { IncomeView } from './income.view';

/** Of which hotel, and between which days of its own time zone. */
export class FindClosedDaysRequest extends PageRequest {
  @IsId()
  hotelId: string;

  /** The first day, included. */
  @IsDay()
  from: string;

  /** The last day, excluded; 3 660 days after the first at most. */
  @IsDay()
  to: string;
}

/** Money that changed hands on a day, in one currency. */
export class DayIncomeView extends IncomeView {}

/** A day as it was when it was closed. Money that is given back later is of the day on which that is done. */
export class ClosedDayView {
  @IsDay()
  day: string;

  /** In which the day began and ended. */
  @IsString()
  timeZone: string;

  /** From 04:00 of the next day on; later where the service was down. */
  @IsInstant()
  closedAt: string;

  /** One for each currency; none where no money changed hands. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => DayIncomeView)
  income: DayIncomeView[];

  /** As in the revenue report, and `nightsAvailable` and `occupancy` as well. */
  @IsInt() @Min(0)
  nightsSold: number;

  @IsInt() @Min(0)
  nightsAvailable: number;

  @IsOptional() @IsNumber()
  occupancy?: number;

  /** How many were let in between one midnight and the next. */
  @IsInt() @Min(0)
  arrivals: number;

  /** How many left. */
  @IsInt() @Min(0)
  departures: number;

  /** Reservations whose guests had not come until the day was closed; they are `no_show` since. */
  @IsArray() @IsId({ each: true })
  noShowIds: string[];

  /** Reservations whose guests should have left by the end of the day, and had not. */
  @IsArray() @IsId({ each: true })
  overdueIds: string[];
}

/** The days that are closed, in order (night audit). For owners alone. */
export const FindClosedDays = defineQuery<FindClosedDaysRequest, Page<ClosedDayView>>({
  topic: 'hotel-management.find-closed-days', request: FindClosedDaysRequest, reply: ClosedDayView, answers: 'page',
});
