import type { Invariant } from '../invariant';

export const pricesAreNotNegative: Invariant = {
  promise: 4,
  name: 'nobody is paid for booking: no total is negative',
  reads: ['booking.booking'],
  violations: 'SELECT id AS booking_id, total_amount, currency FROM booking.booking WHERE total_amount < 0',
};
