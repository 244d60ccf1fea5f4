import { type PaymentView, RefundExceedsPayment, type RefundPaymentRequest } from '@bookable/contracts-hotel-management';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { NEW_PAYMENT, PaymentStore } from '../../persistence/payment.store';
import { StaffDoor, userOf } from '../staff-door';
import { presentPayment } from './present-payment';

/** The desk gives money back. Two desks that give back the same money take their turns, and the second finds what the first has left. */
@Injectable()
export class RefundPayment {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly payments: PaymentStore,
    private readonly clock: Clock,
  ) {}

  execute(request: RefundPaymentRequest, context: MessageContext): Promise<PaymentView> {
    const { hotelId, reservationId, paymentId } = request;
    return this.database.command(context, request, async (tx) => {
      const { timeZone } = await this.door.lock(tx, hotelId, 'serve guests', context);
      const paid = await this.payments.find(tx, reservationId, paymentId);
      if (paid?.hotelId !== hotelId) throw new DomainError(NotFound, 'There is no such payment.');
      const leftAmount = Math.max(0, paid.amount - paid.refundedAmount);
      const { amount = leftAmount, method = paid.method, reason = null } = request;
      if (amount === 0 || !(await this.payments.giveBack(tx, paymentId, amount))) throw new DomainError(RefundExceedsPayment, undefined, { refundableAmount: leftAmount });
      const at = this.clock.now();
      const refund = { ...paid, ...NEW_PAYMENT, id: newId(at.getTime()), method, amount: -amount, refundOf: paymentId, note: reason, takenBy: userOf(context), at };
      await this.payments.add(tx, refund);
      tx.audit({ action: AUDITED.paymentRefunded, as: 'staff', subject: `payment ${paymentId}`, scope: hotelId, reason: reason ?? undefined, facts: { amount, currency: paid.currency, method } });
      return presentPayment(refund, timeZone);
    });
  }
}
