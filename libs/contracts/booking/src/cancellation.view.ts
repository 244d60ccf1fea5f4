import type { CancellationPolicy } from '@bookable/kernel';
import { CANCELLATION_POLICIES, IsInstant, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { QUOTE_RULES, type QuoteRule } from './quote.view';

const PARTIES = ['renter', 'owner'] as const;

/** Until when how much of the price of the stay comes back when the renter cancels. */
export class CancellationStepView {
  @IsInstant()
  until: string;

  @IsInt()
  percent: number;
}

/** What of one line of the quote comes back; the cleaning and other fees do so whole until the stay begins. */
export class RefundedLineView {
  @IsIn(QUOTE_RULES)
  rule: QuoteRule;

  @IsString()
  label: string;

  @IsInt()
  amount: number;

  @IsInt()
  percent: number;

  @IsInt()
  refund: number;
}

/** What a cancellation comes to. Refund and kept are together the total of the booking. */
export class CancellationView {
  /** The policy the booking was made under. */
  @IsIn(CANCELLATION_POLICIES)
  policy: CancellationPolicy;

  /** Whose cancellation it is: that of the owner gives everything back. */
  @IsIn(PARTIES)
  by: (typeof PARTIES)[number];

  /** Of the price of the stay. */
  @IsInt()
  percent: number;

  @ValidateNested() @Type(() => MoneyView)
  refund: MoneyView;

  @ValidateNested() @Type(() => MoneyView)
  kept: MoneyView;

  /** Comes back beside the refund. */
  @IsOptional() @ValidateNested() @Type(() => MoneyView)
  deposit?: MoneyView;

  @IsArray() @ValidateNested({ each: true }) @Type(() => RefundedLineView)
  lines: readonly RefundedLineView[];

  /** What the renter gets back, by when; nothing after the last step. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => CancellationStepView)
  steps: readonly CancellationStepView[];
}
