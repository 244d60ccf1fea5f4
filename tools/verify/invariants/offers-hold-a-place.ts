import type { Invariant } from '../invariant';

/** An offer that has run out is over, though nobody may have come round to it yet. */
export const offersHoldAPlace: Invariant = {
  promise: 1,
  name: 'every offer to somebody who waits holds its place, and no place is held for nobody',
  reads: ['booking.waitlist_entry', 'booking.claim'],
  violations: `
    WITH offer AS (SELECT * FROM booking.waitlist_entry WHERE status = 'offered' AND offer_expires_at > now()),
         held AS (SELECT * FROM booking.claim WHERE kind = 'offer' AND expires_at > now())
    SELECT coalesce(offer.id, held.id) AS entry_id, offer.resource_id, offer.offer_expires_at, held.expires_at, held.quantity
    FROM offer FULL JOIN held ON held.id = offer.id
    WHERE (offer.resource_id, offer.renter_id, offer.quantity, offer.offer_expires_at)
      IS DISTINCT FROM (held.resource_id, held.holder_id, held.quantity, held.expires_at)`,
};
