import type { Invariant } from '../invariant';

/** What has just become free may be on its way to whoever is next. The sum of claims is highest where one of them begins. */
export const nobodyIsPassedOver: Invariant = {
  promise: 3,
  name: 'nobody waits for what is free',
  reads: ['booking.waitlist_entry', 'booking.claim', 'booking.resource', 'booking.booking'],
  settles: true,
  violations: `
    WITH live AS MATERIALIZED (
      SELECT resource_id, during, quantity FROM booking.claim WHERE expires_at IS NULL OR expires_at > now()
    ), waiting AS MATERIALIZED (
      SELECT entry.*, tstzrange(entry.starts_at, entry.ends_at) AS during, resource.capacity
      FROM booking.waitlist_entry AS entry JOIN booking.resource ON resource.id = entry.resource_id AND resource.is_offered AND NOT resource.is_closed
      WHERE entry.status = 'waiting' AND entry.bookable_until > now() AND NOT EXISTS (
        SELECT FROM booking.booking
        WHERE booking.resource_id = entry.resource_id AND booking.renter_id = entry.renter_id
          AND booking.starts_at < entry.ends_at AND entry.starts_at < booking.ends_at
          AND booking.status IN ('pending', 'invited', 'confirmed', 'in_progress'))
    ), level AS (
      SELECT moment.id, sum(other.quantity) AS taken
      FROM (
        SELECT DISTINCT waiting.id, waiting.resource_id, greatest(lower(live.during), waiting.starts_at) AS at
        FROM waiting JOIN live ON live.resource_id = waiting.resource_id AND live.during && waiting.during
      ) AS moment
      JOIN live AS other ON other.resource_id = moment.resource_id AND other.during @> moment.at
      GROUP BY moment.id, moment.at
    )
    SELECT waiting.id AS entry_id, waiting.resource_id, waiting.turn, waiting.capacity, max(level.taken) AS taken
    FROM waiting LEFT JOIN level ON level.id = waiting.id
    GROUP BY waiting.id, waiting.resource_id, waiting.turn, waiting.capacity, waiting.quantity
    HAVING waiting.capacity - coalesce(max(level.taken), 0) >= waiting.quantity`,
};
