import type { Period } from '@bookable/kernel';
import type { Status } from './lifecycle';
import type { Quote } from './quote/quote-line';
import type { QuoteTerms } from './quote/quote-stay';
import { requestExpiry } from './request-expiry';
import { type Resource, isBookedAtOnce } from './resource';
import type { StayOptions, StayWish } from './stay';

/** What is agreed of a stay, or would be: its time, its places and its price. */
export interface BookingTerms {
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  readonly options?: StayOptions;
  readonly total: Quote['total'];
  readonly quote: Quote;
}

/** A change that one party has asked for and the other has not answered. */
export interface ProposedChange extends BookingTerms {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly proposedBy: string;
  readonly expiresAt: string;
}

/** What a step has changed, or would change. */
export interface TermsChange {
  readonly before: BookingTerms;
  readonly after: BookingTerms;
}

interface StayAgreed {
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  readonly options?: StayOptions | null;
  readonly quote?: Pick<Quote, 'guests'>;
  readonly guests?: number;
}

/** The terms of a stay with its price. */
export function termsOf({ from, to, quantity, options }: StayAgreed, quote: Quote): BookingTerms {
  return { from, to, quantity, ...(options && { options }), total: quote.total, quote };
}

/** What is asked for where some of a stay is to be changed; what is not named stays as it is. */
export function changedWish(booking: StayAgreed, { from, to, quantity, options, guests }: Partial<StayWish>): StayWish {
  return {
    from: from ?? booking.from,
    to: to ?? booking.to,
    quantity: quantity ?? booking.quantity,
    options: options ?? booking.options ?? undefined,
    guests: guests ?? booking.quote?.guests,
  };
}

/** A changed stay is priced as of the moment it was booked, and with its promotion: who booked early has done so. */
export function pricedAsBooked({ createdAt, quote: { promotion } }: { readonly createdAt: Date; readonly quote: Quote }): Pick<QuoteTerms, 'bookedAtMs' | 'promotion'> {
  return { bookedAtMs: createdAt.getTime(), promotion };
}

/** Whether two stays are the same to their parties, whatever they cost. */
export function isSameStay(one: StayAgreed, other: StayAgreed): boolean {
  const textOf = ({ from, to, quantity, options, guests, quote }: StayAgreed) =>
    [from, to, quantity, options?.earlyCheckIn, options?.lateCheckOut, guests ?? quote?.guests].join();
  return textOf(one) === textOf(other);
}

/** A renter changes without being asked back what nobody has agreed to yet, and what is booked without asking at all. */
export function renterChangesAtOnce(status: Status, resource: Pick<Resource, 'rules' | 'instantIsPaused'>): boolean {
  return status === 'pending' || (status === 'confirmed' && isBookedAtOnce(resource));
}

/** A proposal runs out as a request does, by the earlier of the two beginnings. */
export function proposalExpiry(present: Period, proposed: Period, nowMs: number): number {
  return requestExpiry({ fromMs: Math.min(present.fromMs, proposed.fromMs), toMs: Math.max(present.toMs, proposed.toMs) }, nowMs);
}

/** What still waits for an answer: a proposal that has run out counts for nothing, even before the clock has come round to it. */
export function openProposal({ proposedChange }: { readonly proposedChange: ProposedChange | null }, nowMs: number): ProposedChange | undefined {
  return proposedChange && Date.parse(proposedChange.expiresAt) > nowMs ? proposedChange : undefined;
}
