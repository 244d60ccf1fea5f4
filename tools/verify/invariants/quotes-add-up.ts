import type { Invariant } from '../invariant';

/** The quote of what is agreed, and those that history keeps of every change. */
export const quotesAddUp: Invariant = {
  promise: 4,
  name: "the lines of a booking's quote sum to its total, and each line is units times amount",
  reads: ['booking.booking', 'booking.booking_transition'],
  violations: `
    SELECT booking.id AS booking_id, booking.total_amount, quoted.sum_of_lines, quoted.total
    FROM (
      SELECT id, total_amount, currency, quote FROM booking.booking
      UNION ALL
      SELECT booking_id, (terms.value -> 'total' ->> 'amount')::bigint, terms.value -> 'total' ->> 'currency', terms.value -> 'quote'
      FROM booking.booking_transition CROSS JOIN LATERAL json_each(change) AS terms
    ) AS booking CROSS JOIN LATERAL (
      SELECT (quote -> 'total' ->> 'amount')::bigint AS total, quote -> 'total' ->> 'currency' AS currency,
        coalesce(sum((line ->> 'amount')::bigint), 0) AS sum_of_lines,
        coalesce(bool_and((line ->> 'units')::bigint * (line ->> 'unitAmount')::bigint = (line ->> 'amount')::bigint), true) AS lines_multiply
      FROM json_array_elements(quote -> 'lines') AS line
    ) AS quoted
    WHERE NOT quoted.lines_multiply
      OR (booking.total_amount, booking.total_amount, booking.currency) IS DISTINCT FROM (quoted.total, quoted.sum_of_lines, quoted.currency)`,
};
