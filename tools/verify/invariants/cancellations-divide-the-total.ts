import type { Invariant } from '../invariant';

/** What came back and what was kept is all there was, in the booking as in its history. */
export const cancellationsDivideTheTotal: Invariant = {
  promise: 4,
  name: 'what a cancellation gave back and what it kept are together the total, and history says the same',
  reads: ['booking.booking', 'booking.booking_transition'],
  violations: `
    SELECT booking.id AS booking_id, booking.total_amount, booking.cancellation -> 'refund' AS refund, booking.cancellation -> 'kept' AS kept
    FROM booking.booking JOIN booking.booking_transition AS step ON step.booking_id = booking.id AND step.version = booking.version
    WHERE booking.cancellation::jsonb IS DISTINCT FROM step.cancellation::jsonb
      OR (booking.cancellation IS NOT NULL AND (
        booking.status <> 'cancelled'
        OR (booking.cancellation -> 'kept' ->> 'amount')::bigint < 0
        OR (booking.cancellation -> 'refund' ->> 'amount')::bigint + (booking.cancellation -> 'kept' ->> 'amount')::bigint <> booking.total_amount
        OR (booking.cancellation -> 'refund' ->> 'amount')::bigint
          <> (SELECT coalesce(sum((line ->> 'refund')::bigint), 0) FROM json_array_elements(booking.cancellation -> 'lines') AS line)))`,
};
