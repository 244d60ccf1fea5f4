import type { Invariant } from '../invariant';

/** A request nobody answered in time may have lost its claim before the clock has come round to expire it. */
export const bookingsHoldTheirTime: Invariant = {
  promise: 1,
  name: 'every booking that stands has a claim of just its time and quantity, and one of each resource beside it',
  reads: ['booking.claim', 'booking.booking'],
  violations: `
    SELECT booking.id AS booking_id, booking.status, claim.during, claim.quantity
    FROM booking.booking LEFT JOIN booking.claim ON claim.id = booking.id AND claim.booking_id = booking.id
    WHERE (booking.status IN ('invited', 'confirmed', 'in_progress') OR (booking.status = 'pending' AND booking.kind <> 'event'))
      AND (booking.expires_at IS NULL OR booking.expires_at > now())
      AND (claim.resource_id, claim.during, claim.quantity) IS DISTINCT FROM
          (booking.resource_id, tstzrange(booking.starts_at, booking.ends_at), booking.quantity)
    UNION ALL
    SELECT booking.id, booking.status, NULL, (beside.value ->> 'quantity')::integer
    FROM booking.booking CROSS JOIN LATERAL json_array_elements(booking.beside) AS beside
    WHERE booking.status IN ('pending', 'confirmed', 'in_progress') AND (booking.expires_at IS NULL OR booking.expires_at > now())
      AND NOT EXISTS (
        SELECT FROM booking.claim WHERE claim.booking_id = booking.id AND claim.booking_id <> claim.id AND claim.kind = 'booking'
          AND claim.resource_id = (beside.value ->> 'listingId')::uuid AND claim.quantity = (beside.value ->> 'quantity')::integer)`,
};
