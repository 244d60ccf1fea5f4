import type { Invariant } from '../invariant';

/** Between the two services lies a moment, in which the one has written what the other is about to hear. */
export const reservationsHoldTheirTime: Invariant = {
  promise: 1,
  name: 'every reservation that stands has its claim and a room until it ends, and none that has ended has a claim',
  reads: ['hotel_management.reservation', 'hotel_management.room_assignment', 'hotel_management.room_booking', 'booking.booking', 'booking.claim'],
  settles: true,
  violations: `
    WITH standing AS (SELECT * FROM hotel_management.reservation WHERE status IN ('confirmed', 'in_progress') AND wanted IS NULL),
         own AS (SELECT * FROM standing WHERE booking_id IS NULL),
         held AS (SELECT * FROM booking.claim WHERE kind = 'reservation')
    SELECT coalesce(own.id, held.id) AS reservation_id, own.status, own.starts_at, own.ends_at, held.during, 'claim' AS lacks
    FROM own FULL JOIN held ON held.id = own.id
    WHERE (own.room_type_id, tstzrange(own.starts_at, own.ends_at)) IS DISTINCT FROM (held.resource_id, held.during)
      AND NOT EXISTS (SELECT FROM hotel_management.reservation AS asked WHERE asked.id = held.id AND asked.wanted IS NOT NULL)
    UNION ALL
    SELECT standing.id, standing.status, standing.starts_at, standing.ends_at, booked.during, 'claim of its booking'
    FROM standing LEFT JOIN booking.claim AS booked ON booked.id = standing.booking_id
    WHERE standing.booking_id IS NOT NULL AND (standing.room_type_id, tstzrange(standing.starts_at, standing.ends_at)) IS DISTINCT FROM (booked.resource_id, booked.during)
    UNION ALL
    SELECT NULL, booking.status, booking.starts_at, booking.ends_at, NULL, 'reservations of a booking'
    FROM booking.booking JOIN hotel_management.room_booking AS known ON known.booking_id = booking.id
    WHERE booking.status = 'confirmed' AND booking.quantity <> (SELECT count(*) FROM hotel_management.reservation WHERE reservation.booking_id = booking.id)
    UNION ALL
    SELECT id, status, starts_at, ends_at, NULL, 'room' FROM standing
    WHERE ends_at > now() AND (booking_id IS NULL OR EXISTS (SELECT FROM hotel_management.room_assignment WHERE reservation_id = standing.id)) AND coalesce(cleaned_at, ends_at) IS DISTINCT FROM (SELECT max(upper(during)) FROM hotel_management.room_assignment WHERE reservation_id = standing.id)
    UNION ALL
    SELECT coalesce(standing.id, cleaning.after_reservation_id), status, ends_at, cleaned_at, cleaning.during, 'time to clean'
    FROM (SELECT * FROM own WHERE cleaned_at IS NOT NULL) AS standing
    FULL JOIN (SELECT * FROM booking.claim WHERE after_reservation_id IS NOT NULL) AS cleaning ON cleaning.after_reservation_id = standing.id
    WHERE (standing.room_type_id, tstzrange(standing.ends_at, standing.cleaned_at)) IS DISTINCT FROM (cleaning.resource_id, cleaning.during)
      AND NOT EXISTS (SELECT FROM hotel_management.reservation AS asked WHERE asked.id = cleaning.after_reservation_id AND asked.wanted IS NOT NULL)
    UNION ALL
    SELECT id, status, ends_at, cleaned_at, NULL, 'time to clean of its booking' FROM standing
    WHERE booking_id IS NOT NULL AND cleaned_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM booking.claim WHERE claim.booking_id = standing.booking_id AND kind = 'buffer' AND resource_id = room_type_id AND during = tstzrange(ends_at, cleaned_at))`,
};
