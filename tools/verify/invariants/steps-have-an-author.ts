import type { Invariant } from '../invariant';

/** Whatever is not the work of the clock was done by the renter or the owner, or by whom the owner of an event had asked to help, and a rejection says why. */
export const stepsHaveAnAuthor: Invariant = {
  promise: 6,
  name: 'every step says who took it, and a rejection why',
  reads: ['booking.booking_transition', 'booking.booking', 'booking.moderator'],
  violations: `
    SELECT step.booking_id, step.version, step.action, step.actor_id, step.reason
    FROM booking.booking_transition AS step JOIN booking.booking ON booking.id = step.booking_id
    WHERE (step.actor_id IS NULL AND step.action NOT IN ('start', 'complete', 'expire', 'cancel', 'expire-change', 'doubt', 'reconfirm'))
      OR (step.actor_id IS NOT NULL AND step.action IN ('expire', 'expire-change', 'doubt'))
      OR (step.action IN ('request', 'accept', 'decline', 'change', 'reconfirm') AND step.actor_id <> booking.renter_id)
      OR (step.action = 'no-show' AND step.actor_id <> booking.owner_id)
      OR (step.action IN ('invite', 'confirm', 'reject') AND step.actor_id <> booking.owner_id AND NOT EXISTS (
        SELECT FROM booking.moderator WHERE moderator.resource_id = booking.resource_id AND moderator.user_id = step.actor_id))
      OR (step.action = 'reject' AND coalesce(step.reason, '') = '')`,
};
