import type { CancellationPolicy } from '@bookable/kernel';
import { CANCELLATION_POLICIES, DayRangeView, FEE_BASES, type FeeBasis, IsId, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';

/** The rules that may make a line of a quote. Clients that speak another language translate by this word. */
export const QUOTE_RULES = [
  'month', 'week', 'unit', 'weekend', 'price-rule', 'part-hour', 'seat', 'early-check-in', 'late-check-out',
  'length-of-stay', 'early-bird', 'last-minute', 'promotion', 'fee', 'cleaning-fee',
] as const;
/** One of the rules. */
export type QuoteRule = (typeof QUOTE_RULES)[number];

/** The languages a quote is explained in. */
export const QUOTE_LOCALES = ['en', 'ru'] as const;
/** One of the languages. */
export type QuoteLocale = (typeof QUOTE_LOCALES)[number];

/** What a rule has made its line of; which fields there are depends on the rule. */
export class QuoteLineInputsView {
  /** The name of the season, of the price rule or of the fee, as the owner wrote it. */
  @IsOptional() @IsString()
  name?: string;

  /** The local days whose units the line is for. */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => DayRangeView)
  periods?: readonly DayRangeView[];

  @IsOptional() @IsInt()
  percent?: number;

  /** What the percent, the half or the part is of. */
  @IsOptional() @IsInt()
  baseAmount?: number;

  /** What the units of a week or a month cost one by one, for one place: the package was cheaper, or as cheap. */
  @IsOptional() @IsInt()
  separateAmount?: number;

  @IsOptional() @IsInt()
  minutes?: number;

  @IsOptional() @IsInt()
  minUnits?: number;

  @IsOptional() @IsInt()
  daysAhead?: number;

  @IsOptional() @IsIn(FEE_BASES)
  per?: FeeBasis;

  /** Of the promotion. */
  @IsOptional() @IsString()
  code?: string;
}

/** The promotion a quote was asked for with. */
export class QuotePromotionView {
  @IsString()
  code: string;

  @IsOptional() @IsInt()
  percent?: number;

  @IsOptional() @IsInt()
  amount?: number;
}

/** One line of a quote: `units` times `unitAmount` is `amount`. Amounts are minor units of the total's currency. */
export class QuoteLineView {
  /** The line in words a person reads. */
  @IsString()
  label: string;

  /** The rule that made the line. */
  @IsIn(QUOTE_RULES)
  rule: QuoteRule;

  @IsInt()
  units: number;

  @IsInt()
  unitAmount: number;

  @IsInt()
  amount: number;

  /** What the rule has made the line of. */
  @IsOptional() @ValidateNested() @Type(() => QuoteLineInputsView)
  inputs?: QuoteLineInputsView;

  /** The listing the line is of, where it is one that is booked beside. */
  @IsOptional() @IsId()
  listingId?: string;
}

/** A price with every line explained. The lines always sum to the total. */
export class QuoteView {
  @ValidateNested() @Type(() => MoneyView)
  total: MoneyView;

  @IsArray() @ValidateNested({ each: true }) @Type(() => QuoteLineView)
  lines: QuoteLineView[];

  /** Given back after the stay, so it is no part of the total. */
  @IsOptional() @ValidateNested() @Type(() => MoneyView)
  deposit?: MoneyView;

  /** For how many people, where that was said. */
  @IsOptional() @IsInt()
  guests?: number;

  @IsOptional() @ValidateNested() @Type(() => QuotePromotionView)
  promotion?: QuotePromotionView;

  /** How much comes back when the renter cancels, where the owner has chosen; the booking keeps it. */
  @IsOptional() @IsIn(CANCELLATION_POLICIES)
  cancellation?: CancellationPolicy;
}

/** A quote as an answer: also says whether the time is free at this moment. */
export class AvailableQuoteView extends QuoteView {
  @IsBoolean()
  available: boolean;
}
