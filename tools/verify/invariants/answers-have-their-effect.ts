import type { Invariant } from '../invariant';

/** What was answered under an idempotency key was done, and under no two keys the same. */
export const answersHaveTheirEffect: Invariant = {
  promise: 2,
  name: 'a booking answered under a key exists, and was made under no other key',
  reads: ['booking.idempotency', 'booking.booking'],
  violations: `
    WITH placed AS (
      SELECT caller, key, (answer::json ->> 'id')::uuid AS booking_id FROM booking.idempotency WHERE topic = 'booking.place-booking'
    )
    SELECT placed.caller, placed.key, placed.booking_id, count(*) OVER (PARTITION BY placed.booking_id) AS keys
    FROM placed LEFT JOIN booking.booking ON booking.id = placed.booking_id
    WHERE booking.id IS NULL OR booking.renter_id::text <> placed.caller
      OR EXISTS (SELECT FROM placed AS other WHERE other.booking_id = placed.booking_id AND (other.caller, other.key) <> (placed.caller, placed.key))`,
};
