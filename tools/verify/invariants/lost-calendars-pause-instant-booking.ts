import type { Invariant } from '../invariant';

export const lostCalendarsPauseInstantBooking: Invariant = {
  promise: 7,
  name: 'a listing knows whether it reads calendars, and whether one of them is lost',
  reads: ['booking.resource', 'booking.calendar'],
  violations: `
    SELECT resource.id AS resource_id, has_calendars, instant_is_paused
    FROM booking.resource LEFT JOIN booking.calendar ON calendar.resource_id = resource.id
    GROUP BY resource.id
    HAVING has_calendars <> (count(calendar.id) > 0) OR instant_is_paused <> coalesce(bool_or(calendar.is_lost), false)`,
};
