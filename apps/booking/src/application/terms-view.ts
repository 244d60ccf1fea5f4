import type { BookingTermsView, ProposedChangeView, TermsChangeView } from '@bookable/contracts-booking';
import type { BookingTerms, ProposedChange, TermsChange } from '../domain/booking-terms';
import { quoteView } from './quote-view';

/** A proposed change as both parties see it. */
export function proposedChangeView(change: ProposedChange): ProposedChangeView {
  return { ...change, quote: quoteView(change.quote) };
}

/** What a step has changed, or would change. */
export function termsChangeView({ before, after }: TermsChange): TermsChangeView {
  return { before: termsView(before), after: termsView(after) };
}

function termsView(terms: BookingTerms): BookingTermsView {
  return { ...terms, quote: quoteView(terms.quote) };
}
