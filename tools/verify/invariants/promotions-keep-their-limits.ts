import type { Invariant } from '../invariant';

/** Of a promotion no more are given out than its owner has allowed, and just the bookings that stand have one. */
export const promotionsKeepTheirLimits: Invariant = {
  promise: 4,
  name: 'no promotion is used more often than allowed, and just the bookings that were made with one use it, until they are called off',
  reads: ['booking.promotion', 'booking.promotion_use', 'booking.booking'],
  violations: `
    SELECT promotion.id AS promotion_id, count(*) AS uses, NULL::uuid AS booking_id
    FROM booking.promotion JOIN booking.promotion_use AS used ON used.promotion_id = promotion.id
    GROUP BY promotion.id HAVING count(*) > promotion.max_uses
    UNION ALL
    SELECT promotion.id, count(*), NULL
    FROM booking.promotion JOIN booking.promotion_use AS used ON used.promotion_id = promotion.id
    GROUP BY promotion.id, used.renter_id HAVING count(*) > promotion.max_uses_per_person
    UNION ALL
    SELECT used.promotion_id, NULL, booking.id
    FROM booking.booking LEFT JOIN booking.promotion_use AS used ON used.booking_id = booking.id
    WHERE (used.booking_id IS NOT NULL)
      IS DISTINCT FROM (booking.quote -> 'promotion' IS NOT NULL AND booking.status NOT IN ('cancelled', 'rejected', 'declined', 'expired'))`,
};
