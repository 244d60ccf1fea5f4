import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { BusinessDay } from '../domain/business-day';
import type { RevenueCounts } from '../domain/revenue-figures';
import type { RoomCategory } from '../domain/room-type';

/** What to count: days in a row, each with the number of the period it belongs to. */
export interface RevenueQuestion {
  readonly hotelId: string;
  readonly currency: string;
  readonly days: readonly BusinessDay[];
  readonly periodOfDay: readonly number[];
  /** The day it is at the hotel: whoever is in the house is there until then at least. */
  readonly today: string;
}

/** One line of what was counted: of a period, a category, a room, or of everything. */
export interface RevenueRow extends RevenueCounts {
  readonly part: 'period' | 'category' | 'room' | 'total';
  readonly period: number | null;
  readonly category: RoomCategory | null;
  readonly roomId: string | null;
  readonly roomNumber: string | null;
  /** Of the total alone. */
  readonly currencies: readonly string[] | null;
}

// Instants come sorted, so that width_bucket finds the day of each by bisection: the number of instants that are not after it.
// Bounds: the beginning of each day and the end of the last. A night is sold where its guest came before the day was closed and
// did not leave before it had ended; it is of the last room the guest had moved into by then.
const COUNTED = `
  WITH money AS (
    SELECT width_bucket(payment.at, $3::timestamptz[]) AS night, payment.room_id, coalesce(payment.room_type_id, reservation.room_type_id) AS room_type_id, payment.amount
    FROM payment JOIN reservation ON reservation.id = payment.reservation_id
    WHERE payment.hotel_id = $1 AND payment.currency = $6 AND payment.at >= ($3::timestamptz[])[1] AND payment.at < ($3::timestamptz[])[cardinality($3::timestamptz[])]
  ), stay AS (
    SELECT id, room_type_id, greatest(stay_from - $2::date + 1, width_bucket(checked_in_at, $4::timestamptz[]) + 1, 1) AS first_night,
           least(CASE WHEN checked_out_at IS NULL THEN greatest(stay_to, $7::date) - $2::date ELSE width_bucket(checked_out_at, ($3::timestamptz[])[2:]) END, cardinality($4::timestamptz[])) AS last_night
    FROM reservation
    WHERE hotel_id = $1 AND (status = 'in_progress' OR (status = 'completed' AND checked_out_at >= ($3::timestamptz[])[2])) AND stay_from < $2::date + cardinality($4::timestamptz[])
  ), seat AS (
    SELECT reservation_id, room_id, CASE WHEN lag(during) OVER in_turn IS NULL THEN 1 ELSE width_bucket(lower(during), $4::timestamptz[]) + 1 END AS first_night,
           lead(width_bucket(lower(during), $4::timestamptz[])) OVER in_turn AS last_night
    FROM room_assignment WHERE reservation_id IN (SELECT id FROM stay WHERE first_night <= last_night)
    WINDOW in_turn AS (PARTITION BY reservation_id ORDER BY during)
  ), counted AS (
    SELECT night, room_id, room_type_id, greatest(amount, 0) AS paid, greatest(-amount, 0) AS refunded, 0 AS sold, 0 AS available FROM money
    UNION ALL
    SELECT night, seat.room_id, stay.room_type_id, 0, 0, 1, 0
    FROM stay LEFT JOIN seat ON seat.reservation_id = stay.id
    CROSS JOIN LATERAL generate_series(greatest(stay.first_night, seat.first_night), least(stay.last_night, seat.last_night)) AS night
    UNION ALL
    SELECT night, room.id, room.room_type_id, 0, 0, 0, 1
    FROM room
    CROSS JOIN LATERAL generate_series(greatest(width_bucket(added_at, $3::timestamptz[]), 1),
                                       least(width_bucket(removed_at, $3::timestamptz[]) - 1, cardinality($4::timestamptz[]))) AS night
    WHERE room.hotel_id = $1
  ), summed AS (
    SELECT CASE WHEN grouping(period) = 0 THEN 'period' WHEN grouping(category) = 0 THEN 'category' WHEN grouping(room_id) = 0 THEN 'room' ELSE 'total' END AS part,
           period, category, room_id, coalesce(sum(paid), 0)::float8 AS "paidAmount", coalesce(sum(refunded), 0)::float8 AS "refundedAmount",
           coalesce(sum(sold), 0)::int AS "nightsSold", coalesce(sum(available), 0)::int AS "nightsAvailable"
    FROM (SELECT counted.*, ($5::int[])[night] AS period, category FROM counted JOIN room_type ON room_type.id = counted.room_type_id) AS counted
    GROUP BY GROUPING SETS ((period), (category), (room_id), ())
  )
  SELECT summed.*, room_id AS "roomId", room.number AS "roomNumber",
         CASE WHEN part = 'total' THEN (
           SELECT array_agg(DISTINCT currency::text ORDER BY currency::text) FROM payment
           WHERE hotel_id = $1 AND at >= ($3::timestamptz[])[1] AND at < ($3::timestamptz[])[cardinality($3::timestamptz[])]) END AS currencies
  FROM summed LEFT JOIN room ON room.id = room_id
  ORDER BY period, category, room.number, room_id`;

/** Counts money, nights and rooms, in one statement over what is stored. */
@Injectable()
export class RevenueReader {
  counted(queryable: Queryable, { hotelId, currency, days, periodOfDay, today }: RevenueQuestion): Promise<RevenueRow[]> {
    const bounds = [...days.map(({ beginsAtMs }) => beginsAtMs), days.at(-1)!.endsAtMs];
    const closes = days.map(({ closesAtMs }) => closesAtMs);
    return queryable.query<RevenueRow>(COUNTED, [hotelId, days[0]!.day, bounds.map(instant), closes.map(instant), periodOfDay, currency, today]);
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
