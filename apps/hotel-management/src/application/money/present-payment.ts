import type { PaymentView } from '@bookable/contracts-hotel-management';
import { instantWithOffset, money } from '@bookable/kernel';
import type { PaymentRow } from '../../persistence/payment.store';

type ShownPayment = Pick<PaymentRow, 'id' | 'method' | 'amount' | 'refundedAmount' | 'refundOf' | 'note' | 'takenBy' | 'currency' | 'at'>;

/** A stored payment as its readers get it. */
export function presentPayment({ id, method, amount, refundedAmount, refundOf, note, takenBy, currency, at }: ShownPayment, timeZone: string): PaymentView {
  return {
    id, method, takenBy,
    amount: money(amount, currency),
    refunded: money(refundedAmount, currency),
    refundOf: refundOf ?? undefined,
    note: note ?? undefined,
    at: instantWithOffset(at.getTime(), timeZone),
  };
}
