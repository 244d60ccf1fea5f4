import type { Invariant } from '../invariant';

/** A stay is held against the days around it alone: two years of a house have more days and stays than anybody would multiply. */
export const frozenFiguresEqualTheLedger: Invariant = {
  promise: 4,
  name: 'what a closed day says of money, nights and rooms is what was written down of them',
  reads: ['hotel_management.closed_day', 'hotel_management.closed_day_income', 'hotel_management.payment', 'hotel_management.reservation', 'hotel_management.room'],
  violations: `
    WITH ledger AS (
      SELECT hotel_id, day, currency, sum(greatest(amount, 0)) AS paid, sum(greatest(-amount, 0)) AS refunded
      FROM hotel_management.closed_day JOIN hotel_management.payment USING (hotel_id) WHERE at >= begins_at AND at < ends_at GROUP BY hotel_id, day, currency
    ), stay AS (
      SELECT *, (checked_in_at AT TIME ZONE 'UTC')::date AS day_in, coalesce((checked_out_at AT TIME ZONE 'UTC')::date, 'infinity') AS day_out
      FROM hotel_management.reservation WHERE status IN ('in_progress', 'completed')
    ), touched AS (
      SELECT closed_day.hotel_id, day, count(*) FILTER (WHERE stay_from <= day AND checked_in_at < closes_at AND (checked_out_at IS NULL OR checked_out_at >= closed_day.ends_at)) AS sold,
             count(*) FILTER (WHERE checked_in_at >= begins_at AND checked_in_at < closed_day.ends_at) AS arrived,
             count(*) FILTER (WHERE checked_out_at >= begins_at AND checked_out_at < closed_day.ends_at) AS departed
      FROM stay JOIN hotel_management.closed_day ON closed_day.hotel_id = stay.hotel_id AND day BETWEEN least(stay_from, day_in - 2) AND day_out + 2
      GROUP BY closed_day.hotel_id, day
    ), counted AS (
      SELECT frozen.*, coalesce(sold, 0) AS sold, coalesce(arrived, 0) AS arrived, coalesce(departed, 0) AS departed,
             (SELECT count(*) FROM hotel_management.room WHERE room.hotel_id = frozen.hotel_id AND added_at < frozen.ends_at AND (removed_at IS NULL OR removed_at >= frozen.ends_at)) AS available
      FROM hotel_management.closed_day AS frozen LEFT JOIN touched USING (hotel_id, day)
    )
    SELECT coalesce(income.hotel_id, ledger.hotel_id) AS hotel_id, coalesce(income.day, ledger.day) AS day, income.currency, paid_amount AS frozen, paid AS written, refunded_amount AS frozen_back, refunded AS written_back
    FROM hotel_management.closed_day_income AS income FULL JOIN ledger USING (hotel_id, day, currency)
    WHERE (paid_amount, refunded_amount) IS DISTINCT FROM (paid, refunded)
    UNION ALL
    SELECT hotel_id, day, NULL, nights_sold, sold, nights_available, available FROM counted
    WHERE (nights_sold, nights_available, arrivals, departures) IS DISTINCT FROM (sold::int, available::int, arrived::int, departed::int)`,
};
