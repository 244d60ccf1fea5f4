import type { Invariant } from '../invariant';

const termsOf = (terms: string): string =>
  `concat_ws(' ', ${terms} ->> 'from', ${terms} ->> 'to', ${terms} ->> 'quantity', ${terms} -> 'total' ->> 'amount', ${terms} -> 'total' ->> 'currency')`;

/** A total never changes silently: what is agreed is what the last change has made of it, and each began with what the one before had left. */
export const changesAreAChain: Invariant = {
  promise: 4,
  name: 'the terms of a booking are those its last change has left, and each change begins with those of the one before',
  reads: ['booking.booking', 'booking.booking_transition'],
  violations: `
    WITH made AS (
      SELECT booking_id, version, ${termsOf(`(change -> 'before')`)} AS before, ${termsOf(`(change -> 'after')`)} AS after,
        lag(${termsOf(`(change -> 'after')`)}) OVER chain AS previous, lead(version) OVER chain IS NULL AS is_last
      FROM booking.booking_transition WHERE action IN ('change', 'accept-change') WINDOW chain AS (PARTITION BY booking_id ORDER BY version)
    )
    SELECT made.booking_id, made.version, made.previous, made.before, made.after
    FROM made JOIN booking.booking ON booking.id = made.booking_id
    WHERE before = '' OR before <> previous
      OR (is_last AND after <> concat_ws(' ', booking.stay_from, booking.stay_to, booking.quantity, booking.total_amount, booking.currency))`,
};
