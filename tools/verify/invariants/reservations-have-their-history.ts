import type { Invariant } from '../invariant';

export const reservationsHaveTheirHistory: Invariant = {
  promise: 6,
  name: 'a reservation has one step of history for each version, and its status is that of the last',
  reads: ['hotel_management.reservation', 'hotel_management.reservation_step'],
  violations: `
    SELECT reservation.id AS reservation_id, reservation.version, reservation.status, count(step) AS steps
    FROM hotel_management.reservation LEFT JOIN hotel_management.reservation_step AS step ON step.reservation_id = reservation.id
    GROUP BY reservation.id
    HAVING count(step) <> reservation.version OR max(step.to_status) FILTER (WHERE step.version = reservation.version) IS DISTINCT FROM reservation.status`,
};
