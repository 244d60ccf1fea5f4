import { MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';

/** The rules that may make a line of a quote. Clients that speak another language translate by this word. */
export const QUOTE_RULES = ['month', 'week', 'unit', 'weekend', 'part-hour', 'seat', 'early-check-in', 'late-check-out', 'cleaning-fee'] as const;
/** One of the rules. */
export type QuoteRule = (typeof QUOTE_RULES)[number];

/** The languages a quote is explained in. */
export const QUOTE_LOCALES = ['en', 'ru'] as const;
/** One of the languages. */
export type QuoteLocale = (typeof QUOTE_LOCALES)[number];

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
}

/** A quote as an answer: also says whether the time is free at this moment. */
export class AvailableQuoteView extends QuoteView {
  @IsBoolean()
  available: boolean;
}
