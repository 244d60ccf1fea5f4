import type { Invariant } from '../invariant';

/** A double click, a retry or a repeated message would show as two bookings of one person for the same time. */
export const oneBookingPerWish: Invariant = {
  promise: 2,
  name: 'nobody has two standing bookings of one listing for the same time',
  reads: ['booking.booking'],
  violations: `
    WITH standing AS (
      SELECT * FROM booking.booking
      WHERE status IN ('pending', 'invited', 'confirmed', 'in_progress') AND (expires_at IS NULL OR expires_at > now())
    )
    SELECT one.renter_id, one.resource_id, one.id AS booking_id, other.id AS other_booking_id
    FROM standing AS one JOIN standing AS other
      ON other.resource_id = one.resource_id AND other.renter_id = one.renter_id AND one.id < other.id
      AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at`,
};
