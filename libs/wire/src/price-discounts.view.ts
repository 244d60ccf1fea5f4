import type { Discounts } from '@bookable/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { MayBeLeftOut } from './presence-rules';

const MOST_STEPS = 10;
const FURTHEST_DAYS = 768;

/** Off for staying long. */
export class LengthOfStayDiscountView {
  @IsInt() @Min(1) @Max(1125)
  minUnits: number;

  @IsInt() @Min(1) @Max(100)
  percent: number;
}

/** Off for booking early. */
export class EarlyBirdDiscountView {
  /** Counted in local days from the day of booking to the day the stay begins. */
  @IsInt() @Min(1) @Max(FURTHEST_DAYS)
  minDaysAhead: number;

  @IsInt() @Min(1) @Max(100)
  percent: number;
}

/** Off for booking what would stay empty. */
export class LastMinuteDiscountView {
  @IsInt() @Min(0) @Max(FURTHEST_DAYS)
  maxDaysAhead: number;

  @IsInt() @Min(1) @Max(100)
  percent: number;
}

/**
 * What is taken off the price of the units, never off options or fees. Of each list the greatest discount counts whose condition
 * is met; the lists add up, each a share of the same sum, and are together never more than it.
 */
export class PriceDiscountsView implements Discounts {
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(MOST_STEPS) @ValidateNested({ each: true }) @Type(() => LengthOfStayDiscountView)
  lengthOfStay?: readonly LengthOfStayDiscountView[];

  @MayBeLeftOut() @IsArray() @ArrayMaxSize(MOST_STEPS) @ValidateNested({ each: true }) @Type(() => EarlyBirdDiscountView)
  earlyBird?: readonly EarlyBirdDiscountView[];

  @MayBeLeftOut() @IsArray() @ArrayMaxSize(MOST_STEPS) @ValidateNested({ each: true }) @Type(() => LastMinuteDiscountView)
  lastMinute?: readonly LastMinuteDiscountView[];
}
