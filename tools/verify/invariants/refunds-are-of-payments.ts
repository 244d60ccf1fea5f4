import type { Invariant } from '../invariant';

export const refundsAreOfPayments: Invariant = {
  promise: 4,
  name: 'what was given back of a payment is what its refunds sum to, and never more than was paid',
  reads: ['hotel_management.payment'],
  violations: `
    WITH given AS (
      SELECT refund_of, reservation_id, currency, -sum(amount) AS amount FROM hotel_management.payment WHERE amount < 0 GROUP BY refund_of, reservation_id, currency
    )
    SELECT payment.id AS payment_id, payment.amount, payment.refunded_amount, given.refund_of, given.amount AS given_back
    FROM (SELECT * FROM hotel_management.payment WHERE amount >= 0) AS payment
    FULL JOIN given ON (given.refund_of, given.reservation_id, given.currency) = (payment.id, payment.reservation_id, payment.currency)
    WHERE payment.refunded_amount IS DISTINCT FROM coalesce(given.amount, 0) OR payment.refunded_amount > payment.amount`,
};
