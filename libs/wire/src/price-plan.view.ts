import type { Fee, PricePlan, PriceRule } from '@bookable/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { PriceDiscountsView } from './price-discounts.view';
import { MayBeLeftOut } from './presence-rules';
import { IsCurrency, IsText } from './text-rules';
import { IsDay } from './time-rules';

/** A thousand million major units is beyond any honest price and well within exact integers. */
export const HIGHEST_AMOUNT_MINOR = 100_000_000_000;
const HIGHEST_PRIORITY = 1_000;
const MOST_RULES = 200;
const MOST_FEES = 20;

/** What one unit of the price buys. */
export const PRICE_UNITS = ['night', 'day', 'hour', 'seat'] as const;
/** One of the units. */
export type PriceUnit = (typeof PRICE_UNITS)[number];

/** What a fee is paid for: once, for every unit of every place, or for every person. */
export const FEE_BASES = ['stay', 'unit', 'person'] as const;
/** One of them. */
export type FeeBasis = (typeof FEE_BASES)[number];

/** A price of its own for the units of a season, of some days or of some weekdays; it says `amount` or `percent`, not both. */
export class PriceRuleView implements PriceRule {
  @IsText(1, 60)
  name: string;

  /** The first day, included; without it the rule has held for ever. */
  @MayBeLeftOut() @IsDay()
  from?: string;

  /** The last day, excluded; without it the rule holds for ever. */
  @MayBeLeftOut() @IsDay()
  to?: string;

  /** 1 is Monday, 7 is Sunday; a night is of the day it begins on. */
  @MayBeLeftOut() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsInt({ each: true }) @Min(1, { each: true }) @Max(7, { each: true })
  weekdays?: readonly number[];

  /** For each unit the rule of the highest priority counts; of equal ones the one with dates, then with weekdays, then the dearer. */
  @IsInt() @Min(0) @Max(HIGHEST_PRIORITY)
  priority: number;

  /** The price of one unit. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  amount?: number;

  /** So much more than the base price of a unit, or less: 20 is a fifth dearer, -20 a fifth cheaper. */
  @MayBeLeftOut() @IsInt() @Min(-100) @Max(1_000)
  percent?: number;
}

/** What is paid beside the units. */
export class PriceFeeView implements Fee {
  @IsText(1, 60)
  name: string;

  @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  amount: number;

  @IsIn(FEE_BASES)
  per: FeeBasis;
}

/** The price of a listing; every amount is in minor units of its currency. */
export class PricePlanView implements PricePlan {
  @IsCurrency()
  currency: string;

  /** `night` for apartments and rooms, `day` for items, `hour` for workspaces, `seat` for events. */
  @IsIn(PRICE_UNITS)
  per: PriceUnit;

  @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  amount: number;

  /** The price of 7 units. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  week?: number;

  /** The price of 30 units. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  month?: number;

  /** The price of one unit on a weekend; every rule comes before it. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  weekend?: number;

  @MayBeLeftOut() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  cleaningFee?: number;

  @MayBeLeftOut() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  deposit?: number;

  /** Seasons, dates and weekdays with prices of their own, in any order. */
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(MOST_RULES) @ValidateNested({ each: true }) @Type(() => PriceRuleView)
  rules?: readonly PriceRuleView[];

  @MayBeLeftOut() @ValidateNested() @Type(() => PriceDiscountsView)
  discounts?: PriceDiscountsView;

  @MayBeLeftOut() @IsArray() @ArrayMaxSize(MOST_FEES) @ValidateNested({ each: true }) @Type(() => PriceFeeView)
  fees?: readonly PriceFeeView[];
}
