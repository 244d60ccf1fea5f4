import type { Invariant } from '../invariant';

/** What an organiser has moved onto other plans of a guest is kept, and known to be in doubt: that is no violation, but not to know it is one. */
export const nobodyIsInTwoPlaces: Invariant = {
  promise: 1,
  name: 'nobody is confirmed at two events at one time, or at one while hosting another',
  reads: ['booking.booking', 'booking.resource', 'booking.personal_time'],
  violations: `
    WITH guest AS MATERIALIZED (
      SELECT booking.renter_id AS user_id, booking.id AS booking_id, booking.resource_id, tstzrange(resource.session_from, resource.session_to) AS during,
             coalesce(own.is_in_doubt, false) AS is_in_doubt, own.during AS kept
      FROM booking.booking JOIN booking.resource ON resource.id = booking.resource_id
      LEFT JOIN booking.personal_time AS own ON own.booking_id = booking.id AND own.user_id = booking.renter_id
      WHERE booking.kind = 'event' AND booking.status IN ('confirmed', 'in_progress')
    ), somewhere AS (
      SELECT user_id, resource_id, during, is_in_doubt FROM guest
      UNION ALL
      SELECT owner_id, id, tstzrange(session_from, session_to), false FROM booking.resource WHERE kind = 'event' AND is_offered AND NOT is_closed
    )
    SELECT guest.user_id, guest.booking_id, guest.kept, somewhere.resource_id AS other_resource_id
    FROM guest LEFT JOIN somewhere
      ON somewhere.user_id = guest.user_id AND somewhere.resource_id <> guest.resource_id AND somewhere.during && guest.during
      AND NOT somewhere.is_in_doubt AND NOT guest.is_in_doubt
    WHERE somewhere.resource_id IS NOT NULL OR guest.kept IS DISTINCT FROM guest.during`,
};
