import { defineQuery, NotFound } from '@bookable/kernel';
import { MayBeLeftOut } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
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
}

/** What a booking would cost, line by line, and whether its time is free at this moment. */
export const GetQuote = defineQuery<GetQuoteRequest, AvailableQuoteView>({
  topic: 'booking.get-quote',
  request: GetQuoteRequest,
  reply: AvailableQuoteView,
  problems: [NotFound, NotBookable, Past, TooShort, TooLong, TooFar, OverCapacity, Closed, OptionNotOffered, ...PROMOTION_PROBLEMS],
});
