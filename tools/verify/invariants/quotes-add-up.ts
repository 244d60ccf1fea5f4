import type { Invariant } from '../invariant';

export const quotesAddUp: Invariant = {
  promise: 4,
  name: "the lines of a booking's quote sum to its total, and each line is units times amount",
  reads: ['booking.booking'],
  violations: `
    SELECT booking.id AS booking_id, booking.total_amount, quoted.sum_of_lines, quoted.total
    FROM booking.booking CROSS JOIN LATERAL (
      SELECT (quote -> 'total' ->> 'amount')::bigint AS total, quote -> 'total' ->> 'currency' AS currency,
        coalesce(sum((line ->> 'amount')::bigint), 0) AS sum_of_lines,
        coalesce(bool_and((line ->> 'units')::bigint * (line ->> 'unitAmount')::bigint = (line ->> 'amount')::bigint), true) AS lines_multiply
      FROM json_array_elements(quote -> 'lines') AS line
    ) AS quoted
    WHERE NOT quoted.lines_multiply
      OR (booking.total_amount, booking.total_amount, booking.currency) IS DISTINCT FROM (quoted.total, quoted.sum_of_lines, quoted.currency)`,
};
