import { defineCommand, defineQuery } from '@bookable/kernel';
import { IsId, MayBeLeftOut, PriceRuleView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { ROOM_CATEGORIES, type RoomCategory } from './room.view';

/** The price of a night by category and beds, in minor units of the hotel's currency (E2). */
export class BaseRate {
  @IsIn(ROOM_CATEGORIES)
  category: RoomCategory;

  @IsInt() @Min(1) @Max(20)
  beds: number;

  @IsInt() @Min(0) @Max(1_000_000_000)
  amount: number;
}

export class RatesView {
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => BaseRate)
  base: BaseRate[];

  /** What a minibar adds to a night. */
  @IsInt() @Min(0) @Max(1_000_000_000)
  minibar: number;

  /** Other prices for seasons, days and weekdays (E13), for rooms of every kind: a percent of the night, or an amount to which a minibar is added. None where left out. */
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => PriceRuleView)
  rules?: readonly PriceRuleView[];
}

export class SetRatesRequest extends RatesView {
  @IsId()
  hotelId: string;
}

/** Replaces a hotel's rates; a room type without a base rate is not offered. */
export const SetRates = defineCommand<SetRatesRequest, RatesView>({ topic: 'hotel-management.set-rates', request: SetRatesRequest, reply: RatesView });

export class GetRatesRequest {
  @IsId()
  hotelId: string;
}

/** A hotel's rates. */
export const GetRates = defineQuery<GetRatesRequest, RatesView>({ topic: 'hotel-management.get-rates', request: GetRatesRequest, reply: RatesView });
