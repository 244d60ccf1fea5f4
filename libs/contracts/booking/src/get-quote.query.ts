import { defineQuery, NotFound } from '@bookable/kernel';
import { IsDayOrInstant, IsId } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { BookingOptions } from './booking-options';
import { Closed, NotBookable, OptionNotOffered, OverCapacity, Past, TooFar, TooLong, TooShort } from './booking.errors';
import { AvailableQuoteView, QUOTE_LOCALES, type QuoteLocale } from './quote.view';

/** What would be booked. */
export class GetQuoteRequest {
  @IsId()
  listingId: string;

  /** Left out for an event, which has its own time. */
  @IsOptional() @IsDayOrInstant()
  from?: string;

  @IsOptional() @IsDayOrInstant()
  to?: string;

  /** How many places; 1 unless told. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000)
  quantity?: number;

  @IsOptional() @ValidateNested() @Type(() => BookingOptions)
  options?: BookingOptions;

  /** The language of the line labels; English unless told. */
  @IsOptional() @IsIn(QUOTE_LOCALES)
  locale?: QuoteLocale;
}

/** What a booking would cost, line by line, and whether its time is free at this moment. */
export const GetQuote = defineQuery<GetQuoteRequest, AvailableQuoteView>({
  topic: 'booking.get-quote',
  request: GetQuoteRequest,
  reply: AvailableQuoteView,
  problems: [NotFound, NotBookable, Past, TooShort, TooLong, TooFar, OverCapacity, Closed, OptionNotOffered],
});
