import type { Invariant } from '../invariant';

/**
 * What has just become free may be on its way to whoever is next. The sum of claims is highest where one of them begins.
 *
 * And nobody has taken what somebody waits for past them. Whatever took all of that time, and as many places, after they
 * stood in line shows that it was free then, and not offered. What was asked for or held before may stand by the word of
 * the host; what came of an offer was in turn; a booking that was changed may have had that time before; and who had a
 * booking of their own for some of the time was left out while they had it. A seat that the host has added for an invitation
 * is nobody else's, and a room that its hotel takes away is nobody's at all. Replicas' clocks may differ by a second.
 */
export const nobodyIsPassedOver: Invariant = {
  promise: 3,
  name: 'nobody waits for what is free, or for what somebody else took after them',
  reads: ['booking.waitlist_entry', 'booking.claim', 'booking.past_claim', 'booking.past_terms', 'booking.resource', 'booking.booking', 'booking.booking_transition'],
  settles: true,
  violations: `
    WITH live AS MATERIALIZED (
      SELECT id, resource_id, during, quantity, kind, booking_id, taken_at, withdrawn_to FROM booking.claim WHERE expires_at IS NULL OR expires_at > now()
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
    SELECT waiting.id AS entry_id, waiting.resource_id, waiting.turn, waiting.capacity, max(level.taken) AS taken, NULL::uuid AS passed_by
    FROM waiting LEFT JOIN level ON level.id = waiting.id
    GROUP BY waiting.id, waiting.resource_id, waiting.turn, waiting.capacity, waiting.quantity
    HAVING waiting.capacity - coalesce(max(level.taken), 0) >= waiting.quantity
    UNION ALL
    SELECT waiting.id, waiting.resource_id, waiting.turn, waiting.capacity, NULL, live.id
    FROM waiting JOIN live ON live.resource_id = waiting.resource_id AND live.during @> waiting.during AND live.quantity >= waiting.quantity
    LEFT JOIN booking.booking AS made ON made.id = live.booking_id
    LEFT JOIN booking.waitlist_entry AS offered ON offered.id = live.id
    WHERE CASE live.kind
        WHEN 'booking' THEN made.created_at > waiting.created_at + interval '1 second'
        WHEN 'hold' THEN live.withdrawn_to IS NULL AND live.taken_at > waiting.created_at + interval '1 second'
        WHEN 'offer' THEN offered.turn > waiting.turn
      END
      AND NOT EXISTS (SELECT FROM booking.waitlist_entry AS taken WHERE taken.booking_id = made.id)
      AND NOT EXISTS (SELECT FROM booking.booking_transition AS step WHERE step.booking_id = made.id AND step.action IN ('change', 'accept-change'))
      AND NOT EXISTS (
        SELECT FROM booking.booking_transition AS step JOIN booking.past_terms AS fewer ON fewer.resource_id = made.resource_id AND fewer.until > waiting.created_at
        WHERE step.booking_id = made.id AND step.action = 'invite')
      AND NOT EXISTS (
        SELECT FROM booking.past_claim AS held
        WHERE held.kind = 'hold' AND held.holder_id = made.renter_id AND held.resource_id = waiting.resource_id AND held.released_at = live.taken_at)
      AND NOT EXISTS (
        SELECT FROM booking.booking AS own
        WHERE own.resource_id = waiting.resource_id AND own.renter_id = waiting.renter_id AND own.starts_at < waiting.ends_at AND waiting.starts_at < own.ends_at)`,
};
