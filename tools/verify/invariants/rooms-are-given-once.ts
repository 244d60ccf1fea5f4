import type { Invariant } from '../invariant';

/** The exclusion constraint stands before it; whoever takes that away is found out here. */
export const roomsAreGivenOnce: Invariant = {
  promise: 1,
  name: 'no room of a hotel is given to two reservations at one time, and all of them are of its type',
  reads: ['hotel_management.room_assignment', 'hotel_management.reservation', 'hotel_management.room'],
  violations: `
    SELECT one.room_id, one.reservation_id, other.reservation_id AS other_reservation_id, one.during
    FROM hotel_management.room_assignment AS one
    JOIN hotel_management.room_assignment AS other ON other.room_id = one.room_id AND other.during && one.during AND other.reservation_id > one.reservation_id
    UNION ALL
    SELECT given.room_id, reservation.id, NULL, given.during
    FROM hotel_management.room_assignment AS given JOIN hotel_management.reservation ON reservation.id = reservation_id JOIN hotel_management.room ON room.id = given.room_id
    WHERE status = 'in_progress' AND wanted IS NULL AND room.room_type_id <> reservation.room_type_id`,
};
