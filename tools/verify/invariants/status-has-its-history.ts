import type { Invariant } from '../invariant';

export const statusHasItsHistory: Invariant = {
  promise: 6,
  name: 'a booking has one step of history for each version, and its status is that of the last',
  reads: ['booking.booking', 'booking.booking_transition'],
  violations: `
    SELECT booking.id AS booking_id, booking.version, booking.status, history.steps, history.status AS status_of_history
    FROM booking.booking LEFT JOIN (
      SELECT booking_id, count(*) AS steps, max(version) AS version, (array_agg(to_status ORDER BY version DESC))[1] AS status
      FROM booking.booking_transition GROUP BY booking_id
    ) AS history ON history.booking_id = booking.id
    WHERE (history.steps, history.version, history.status) IS DISTINCT FROM (booking.version, booking.version, booking.status)`,
};
