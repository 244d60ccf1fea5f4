import { defineQuery, NotFound } from '@bookable/kernel';
import { MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { BesideRequest } from './beside.view';
import { Closed, NotBookable, OptionNotOffered, OverCapacity, Past, TooFar, TooLong, TooShort } from './booking.errors';
import { AvailableQuoteView, QUOTE_LOCALES, type QuoteLocale } from './quote.view';
import { PROMOTION_PROBLEMS } from './promotion.errors';
import { IsPromotionCode } from './promotion.view';
import { StayRequest } from './stay-request';

/** What would be booked. */
export class GetQuoteRequest extends StayRequest {
  /** The language of the line labels; English unless told. */
  @IsOptional() @IsIn(QUOTE_LOCALES)
  locale?: QuoteLocale;

  /** The code of a promotion of the listing. */
  @MayBeLeftOut() @IsPromotionCode()
  promotion?: string;

  /** What else is needed for the same time, as a room and its projector: all of it or none. */
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => BesideRequest)
  beside?: BesideRequest[];
}

/** What a booking would cost, line by line, and whether its time is free at this moment, of the listing and of all that is beside it. */
export const GetQuote = defineQuery<GetQuoteRequest, AvailableQuoteView>({
  topic: 'booking.get-quote',
  request: GetQuoteRequest,
  reply: AvailableQuoteView,
  problems: [NotFound, NotBookable, Past, TooShort, TooLong, TooFar, OverCapacity, Closed, OptionNotOffered, ...PROMOTION_PROBLEMS],
});
