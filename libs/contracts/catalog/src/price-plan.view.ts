import { IsCurrency } from '@bookable/wire';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PRICE_UNITS, type PriceUnit } from './listing-kinds';

/** A thousand million major units is beyond any honest price and well within exact integers. */
export const HIGHEST_AMOUNT_MINOR = 100_000_000_000;

/** The price of a listing; every amount is in minor units of its currency. */
export class PricePlanView {
  @IsCurrency()
  currency: string;

  /** `night` for apartments and rooms, `day` for items, `hour` for workspaces, `seat` for events. */
  @IsIn(PRICE_UNITS)
  per: PriceUnit;

  @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  amount: number;

  /** The price of 7 units. */
  @IsOptional() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  week?: number;

  /** The price of 30 units. */
  @IsOptional() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  month?: number;

  /** The price of one unit on a weekend. */
  @IsOptional() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  weekend?: number;

  @IsOptional() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  cleaningFee?: number;

  @IsOptional() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  deposit?: number;
}
