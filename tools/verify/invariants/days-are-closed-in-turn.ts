import type { Invariant } from '../invariant';

export const daysAreClosedInTurn: Invariant = {
  promise: 6,
  name: 'the days of a hotel are closed in turn, each beginning where the one before ended, and what was missed on them is marked so',
  reads: ['hotel_management.closed_day', 'hotel_management.hotel', 'hotel_management.reservation'],
  violations: `
    WITH in_turn AS (
      SELECT *, lag(day) OVER by_day AS day_before, lag(ends_at) OVER by_day AS ended_before FROM hotel_management.closed_day WINDOW by_day AS (PARTITION BY hotel_id ORDER BY day)
    )
    SELECT hotel_id, day, begins_at, day_before, ended_before, NULL::uuid AS reservation_id FROM in_turn WHERE day <> day_before + 1 OR begins_at <> ended_before OR closed_at < closes_at
    UNION ALL
    SELECT hotel.id, hotel.next_day_to_close, hotel.next_close_at, max(day), max(ends_at), NULL
    FROM hotel_management.closed_day JOIN hotel_management.hotel ON hotel.id = hotel_id GROUP BY hotel.id HAVING max(day) + 1 IS DISTINCT FROM hotel.next_day_to_close
    UNION ALL
    SELECT closed_day.hotel_id, day, begins_at, NULL, NULL, missed.id FROM hotel_management.closed_day CROSS JOIN unnest(no_show_ids) AS missed (id)
    LEFT JOIN hotel_management.reservation ON reservation.id = missed.id WHERE reservation.status IS DISTINCT FROM 'no_show'`,
};
