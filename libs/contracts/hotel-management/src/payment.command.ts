import { NotFound, defineCommand, defineProblem } from '@bookable/kernel';
import { IsId, IsText, MayBeLeftOut } from '@bookable/wire';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PAYMENT_METHODS, type PaymentMethod, PaymentView } from './payment.view';
import { WrongReservationStatus } from './reservation.errors';
import { ReservationRequest } from './reservation-steps.command';

const HIGHEST_AMOUNT = 1_000_000_000_000;

/** More is to be given back than is left of the payment; the fact `refundableAmount` says how much that is, in minor units. */
export const RefundExceedsPayment = defineProblem('refund-exceeds-payment', 'conflict', 'So much is not left of this payment.');

/** What a guest pays for a stay beside what they have paid on arrival. */
export class TakePaymentRequest extends ReservationRequest {
  @IsIn(PAYMENT_METHODS)
  method: PaymentMethod;

  /** In minor units of the currency of the reservation. */
  @IsInt() @Min(1) @Max(HIGHEST_AMOUNT)
  amount: number;

  /** What it is for. */
  @IsOptional() @IsText(1, 500)
  note?: string;
}

/** What is given back of a payment. */
export class RefundPaymentRequest extends ReservationRequest {
  @IsId()
  paymentId: string;

  /** In minor units; all that is left of the payment unless told. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(HIGHEST_AMOUNT)
  amount?: number;

  /** The way it was paid unless told. */
  @MayBeLeftOut() @IsIn(PAYMENT_METHODS)
  method?: PaymentMethod;

  /** Why. */
  @IsOptional() @IsText(1, 500)
  reason?: string;
}

/** Takes a payment from a guest who is in the house, or has left (E6, E9): owners and administrators. It counts for the day on which it is taken. */
export const TakePayment = defineCommand<TakePaymentRequest, PaymentView>({
  topic: 'hotel-management.take-payment', request: TakePaymentRequest, reply: PaymentView, problems: [NotFound, WrongReservationStatus],
});

/** Gives a payment back, or a part of it (E9): owners and administrators, never more than is left of it. It counts for the day on which it is given. */
export const RefundPayment = defineCommand<RefundPaymentRequest, PaymentView>({
  topic: 'hotel-management.refund-payment', request: RefundPaymentRequest, reply: PaymentView, problems: [NotFound, RefundExceedsPayment],
});
