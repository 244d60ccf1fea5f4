import { IsDayOrInstant, IsId, IsInstant, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import { BookingOptions } from './booking-options';
import { QuoteView } from './quote.view';

/** What is agreed of a stay, or would be: its time, its places and its price. */
export class BookingTermsView {
  @IsDayOrInstant()
  from: string;

  @IsDayOrInstant()
  to: string;

  @IsInt() @Min(1)
  quantity: number;

  @IsOptional() @ValidateNested() @Type(() => BookingOptions)
  options?: BookingOptions;

  @ValidateNested() @Type(() => MoneyView)
  total: MoneyView;

  @ValidateNested() @Type(() => QuoteView)
  quote: QuoteView;
}

/** A change that one party has asked for and the other has not answered; its time is kept until then. */
export class ProposedChangeView extends BookingTermsView {
  /** The instants between which the time would be claimed. */
  @IsInstant()
  startsAt: string;

  @IsInstant()
  endsAt: string;

  /** The party that asks for it. */
  @IsId()
  proposedBy: string;

  /** When it is too late to answer. */
  @IsInstant()
  expiresAt: string;
}

/** What a step has changed, or would change. */
export class TermsChangeView {
  @ValidateNested() @Type(() => BookingTermsView)
  before: BookingTermsView;

  @ValidateNested() @Type(() => BookingTermsView)
  after: BookingTermsView;
}
