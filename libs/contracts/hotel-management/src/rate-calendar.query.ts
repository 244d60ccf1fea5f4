import { defineQuery } from '@bookable/kernel';
import { IsCurrency, IsDay, IsId } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Min, ValidateNested } from 'class-validator';
import { ROOM_CATEGORIES, type RoomCategory } from './room.view';
import { RatesView } from './set-rates.command';

/** Of which hotel, and for which nights. */
export class RateCalendarRequest {
  @IsId()
  hotelId: string;

  /** The first night, included. */
  @IsDay()
  from: string;

  /** The last night, excluded; 366 days after the first at most. */
  @IsDay()
  to: string;
}

/** Rates that might be, and for which nights to show what they would make of them. */
export class PreviewRatesRequest extends RatesView {
  @IsId()
  hotelId: string;

  /** The first night, included. */
  @IsDay()
  from: string;

  /** The last night, excluded; 366 days after the first at most. */
  @IsDay()
  to: string;
}

/** What a night costs. */
export class NightRateView {
  /** In minor units of the currency of the calendar. */
  @IsInt() @Min(0)
  amount: number;

  /** The name of the rule that makes it so; none where it is the base price. */
  @IsOptional() @IsString()
  rule?: string;
}

/** The same of a day. */
export class DayRateView extends NightRateView {
  @IsDay()
  date: string;
}

/** A night under the rates there are and under those there might be; left out where the rooms have no price under them. */
export class DayRatePreviewView {
  @IsDay()
  date: string;

  @IsOptional() @ValidateNested() @Type(() => NightRateView)
  present?: NightRateView;

  @IsOptional() @ValidateNested() @Type(() => NightRateView)
  proposed?: NightRateView;

  /** What the proposed rates add to the night, less than nothing where it would be cheaper; left out where one of the two is. */
  @IsOptional() @IsInt()
  change?: number;
}

/** A kind of room that the hotel has. */
export class RatedRoomTypeView {
  /** Also the id of its listing. */
  @IsId()
  roomTypeId: string;

  @IsIn(ROOM_CATEGORIES)
  category: RoomCategory;

  @IsInt() @Min(1)
  beds: number;

  @IsBoolean()
  minibar: boolean;

  /** How many rooms are of it. */
  @IsInt() @Min(0)
  rooms: number;
}

/** What a kind of room costs night by night. */
export class RoomTypeRatesView extends RatedRoomTypeView {
  /** Every night of the calendar; none where such rooms have no price. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => DayRateView)
  days: DayRateView[];
}

/** What a kind of room costs, and would cost, night by night. */
export class RoomTypeRatePreviewView extends RatedRoomTypeView {
  @IsArray() @ValidateNested({ each: true }) @Type(() => DayRatePreviewView)
  days: DayRatePreviewView[];
}

/** The price of every night in every kind of room. */
export class RateCalendarView {
  @IsDay()
  from: string;

  @IsDay()
  to: string;

  @IsCurrency()
  currency: string;

  @IsArray() @ValidateNested({ each: true }) @Type(() => RoomTypeRatesView)
  roomTypes: RoomTypeRatesView[];
}

/** The same twice: as it is, and as it would be. */
export class RatePreviewView {
  @IsDay()
  from: string;

  @IsDay()
  to: string;

  @IsCurrency()
  currency: string;

  @IsArray() @ValidateNested({ each: true }) @Type(() => RoomTypeRatePreviewView)
  roomTypes: RoomTypeRatePreviewView[];
}

/** What each night costs in each kind of room, and which rule says so (E2, E13): for owners and administrators. Quotes follow the same rules. */
export const GetRateCalendar = defineQuery<RateCalendarRequest, RateCalendarView>({
  topic: 'hotel-management.get-rate-calendar', request: RateCalendarRequest, reply: RateCalendarView,
});

/** What other rates would make of each night, beside what it costs now (E13). Nothing is changed by it. */
export const PreviewRates = defineQuery<PreviewRatesRequest, RatePreviewView>({
  topic: 'hotel-management.preview-rates', request: PreviewRatesRequest, reply: RatePreviewView,
});
