import type { Invariant } from '../invariant';

/** What has just been moved takes a moment to be told. */
export const doubtsAreTold: Invariant = {
  promise: 3,
  name: 'a booking says that it is in doubt exactly while the time of its guest is',
  reads: ['booking.booking', 'booking.personal_time'],
  settles: true,
  violations: `
    SELECT booking.id AS booking_id, booking.doubt, own.is_in_doubt
    FROM booking.booking JOIN booking.personal_time AS own ON own.booking_id = booking.id
    WHERE booking.status = 'confirmed' AND own.is_in_doubt <> (booking.doubt IS NOT NULL)`,
};
