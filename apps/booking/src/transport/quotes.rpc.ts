import { Controller } from '@nestjs/common';
import { GetQuote, type GetQuoteRequest, PreviewPrice, type PreviewPriceRequest, QuoteListings, type QuoteListingsRequest } from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { GetQuote as GetQuoteCase } from '../application/get-quote';
import { PreviewPrice as PreviewPriceCase } from '../application/price-preview/preview-price';
import { QuoteListings as QuoteListingsCase } from '../application/quote-listings';

/** What a stay would cost, and would have cost under other prices. */
@Controller()
export class QuotesRpc {
  constructor(
    private readonly getQuote: GetQuoteCase,
    private readonly quoteListings: QuoteListingsCase,
    private readonly previewPrice: PreviewPriceCase,
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

  /** `booking.preview-price` */
  @Handles(PreviewPrice)
  preview(request: PreviewPriceRequest, context: MessageContext) {
    return this.previewPrice.execute(request, context);
  }
}
