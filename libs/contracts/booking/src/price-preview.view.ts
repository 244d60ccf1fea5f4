import { IsDay, IsDayOrInstant, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, Min, ValidateNested } from 'class-validator';
import { BookingOptions } from './booking-options';
import { QuoteView } from './quote.view';

/** Where a wish comes from: somebody asked what it costs, or booked it. */
export const WISH_SOURCES = ['asked', 'booked'] as const;
/** One of the sources. */
export type WishSource = (typeof WISH_SOURCES)[number];

/** What all quotes, or all bookings, come to under the present plan and under the new one. */
export class PreviewedTotalView {
  /** How many there were: each asking counts, however often the same was asked. */
  @IsInt() @Min(0)
  count: number;

  @ValidateNested() @Type(() => MoneyView)
  before: MoneyView;

  @ValidateNested() @Type(() => MoneyView)
  after: MoneyView;

  /** What the new plan adds; less than nothing where it is cheaper. */
  @ValidateNested() @Type(() => MoneyView)
  change: MoneyView;
}

/** One wish, and its quote under either plan. */
export class PriceDifferenceView {
  @IsIn(WISH_SOURCES)
  source: WishSource;

  /** The day it was asked or booked on, where the listing is. */
  @IsDay()
  day: string;

  /** How often just this was asked on that day. */
  @IsInt() @Min(1)
  times: number;

  @IsDayOrInstant()
  from: string;

  @IsDayOrInstant()
  to: string;

  @IsInt() @Min(1)
  quantity: number;

  @IsOptional() @ValidateNested() @Type(() => BookingOptions)
  options?: BookingOptions;

  /** What one such stay costs under the present plan. */
  @ValidateNested() @Type(() => QuoteView)
  before: QuoteView;

  /** What it costs under the new one. */
  @ValidateNested() @Type(() => QuoteView)
  after: QuoteView;

  /** What the new plan adds to one such stay. */
  @ValidateNested() @Type(() => MoneyView)
  change: MoneyView;
}

/** A page of differences, the greatest first. */
export class PriceDifferencePageView {
  @IsArray() @ValidateNested({ each: true }) @Type(() => PriceDifferenceView)
  items: PriceDifferenceView[];

  /** Null on the last page. */
  @IsOptional() @IsString()
  nextCursor: string | null;
}

/** What a new price plan would have made of the last 90 days. */
export class PricePreviewView {
  /** The first day that is looked at. */
  @IsDay()
  since: string;

  /** The quotes people asked for; the owner's own do not count. */
  @ValidateNested() @Type(() => PreviewedTotalView)
  asked: PreviewedTotalView;

  /** What was booked, whatever became of it. What is booked beside another listing is not counted. */
  @ValidateNested() @Type(() => PreviewedTotalView)
  booked: PreviewedTotalView;

  /** Wishes that are not compared: the listing has changed so that they cannot be priced, or there are too many. */
  @IsInt() @Min(0)
  leftOut: number;

  /** Wishes whose price the new plan changes. */
  @ValidateNested() @Type(() => PriceDifferencePageView)
  differences: PriceDifferencePageView;
}
