import type { QuoteView } from '@bookable/contracts-booking';
import type { Quote } from '../domain/quote/quote-line';

/** A quote as it crosses the wire. */
export function quoteView(quote: Quote): QuoteView {
  return { ...quote, lines: quote.lines.map((line) => ({ ...line })) };
}
