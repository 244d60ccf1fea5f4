import type { QuoteView } from '@bookable/contracts-booking';
import type { Quote } from '../domain/quote/quote-line';

/** A quote as it crosses the wire. */
export function quoteView({ total, lines, deposit }: Quote): QuoteView {
  return { total, lines: lines.map((line) => ({ ...line })), deposit };
}
