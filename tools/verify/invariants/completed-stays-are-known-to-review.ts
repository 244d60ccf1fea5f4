import type { Invariant } from '../invariant';

export const completedStaysAreKnownToReview: Invariant = {
  promise: 3,
  name: 'review has heard of every completed booking, and of no other',
  reads: ['booking.booking', 'review.completed_booking'],
  settles: true,
  violations: `
    SELECT coalesce(booking.id, told.booking_id) AS booking_id, booking.status, told.completed_at
    FROM (SELECT * FROM booking.booking WHERE status = 'completed') AS booking
    FULL JOIN review.completed_booking AS told ON told.booking_id = booking.id
    WHERE (booking.id, booking.resource_id, booking.renter_id, booking.owner_id)
      IS DISTINCT FROM (told.booking_id, told.listing_id, told.renter_id, told.owner_id)`,
};
