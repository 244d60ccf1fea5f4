import type { Invariant } from '../invariant';

export const endedBookingsHoldNothing: Invariant = {
  promise: 1,
  name: 'no claim outlives its booking',
  reads: ['booking.claim', 'booking.booking'],
  violations: `
    SELECT claim.id AS claim_id, booking.id AS booking_id, booking.status
    FROM booking.claim LEFT JOIN booking.booking ON booking.id = claim.booking_id
    WHERE claim.booking_id IS NOT NULL
      AND (booking.id IS NULL
        OR booking.status NOT IN ('pending', 'invited', 'confirmed', 'in_progress')
        OR (booking.status = 'pending' AND booking.kind = 'event'))`,
};
