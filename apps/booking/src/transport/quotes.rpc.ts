import { Controller } from '@nestjs/common';
import { GetQuote, type GetQuoteRequest, QuoteListings, type QuoteListingsRequest } from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { GetQuote as GetQuoteCase } from '../application/get-quote';
import { QuoteListings as QuoteListingsCase } from '../application/quote-listings';

/** What a stay would cost. */
@Controller()
export class QuotesRpc {
  constructor(
    private readonly getQuote: GetQuoteCase,
    private readonly quoteListings: QuoteListingsCase,
  ) {}

  /** `booking.get-quote` */
  @Handles(GetQuote)
  quote(request: GetQuoteRequest, context: MessageContext) {
    return this.getQuote.execute(request, context);
  }

  /** `booking.quote-listings` */
  @Handles(QuoteListings)
  quoteMany(request: QuoteListingsRequest) {
    return this.quoteListings.execute(request);
  }
}
