import type { Invariant } from '../invariant';

/** A request nobody answered in time may have lost its claim before the clock has come round to expire it. */
export const bookingsHoldTheirTime: Invariant = {
  promise: 1,
  name: 'every booking that stands has a claim of just its time and quantity',
  reads: ['booking.claim', 'booking.booking'],
  violations: `
    SELECT booking.id AS booking_id, booking.status, claim.during, claim.quantity
    FROM booking.booking LEFT JOIN booking.claim ON claim.booking_id = booking.id
    WHERE (booking.status IN ('invited', 'confirmed', 'in_progress') OR (booking.status = 'pending' AND booking.kind <> 'event'))
      AND (booking.expires_at IS NULL OR booking.expires_at > now())
      AND (claim.resource_id, claim.during, claim.quantity) IS DISTINCT FROM
          (booking.resource_id, tstzrange(booking.starts_at, booking.ends_at), booking.quantity)`,
};
