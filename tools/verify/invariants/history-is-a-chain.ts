import type { Invariant } from '../invariant';

export const historyIsAChain: Invariant = {
  promise: 6,
  name: 'each step begins where the one before ended, and not before it',
  reads: ['booking.booking_transition'],
  violations: `
    SELECT booking_id, version, from_status, previous_status, at, previous_at FROM (
      SELECT *, lag(to_status) OVER chain AS previous_status, lag(at) OVER chain AS previous_at
      FROM booking.booking_transition WINDOW chain AS (PARTITION BY booking_id ORDER BY version)
    ) AS step
    WHERE from_status IS DISTINCT FROM previous_status OR at < previous_at`,
};
