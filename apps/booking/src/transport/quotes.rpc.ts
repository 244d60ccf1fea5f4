import { Controller } from '@nestjs/common';
import { GetQuote, type GetQuoteRequest, QuoteListings, type QuoteListingsRequest } from '@bookable/contracts-booking';
import { Handles } from '@bookable/platform-bus';
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
  quote(request: GetQuoteRequest) {
    return this.getQuote.execute(request);
  }

  /** `booking.quote-listings` */
  @Handles(QuoteListings)
  quoteMany(request: QuoteListingsRequest) {
    return this.quoteListings.execute(request);
  }
}
