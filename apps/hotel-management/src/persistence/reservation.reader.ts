import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { RESERVATION_COLUMNS, type ShownReservationRow } from './reservation.store';
import { asWritten } from './guest.store';

/** Which reservations are looked for, and in which order. */
export interface ReservationSearch {
  readonly id?: string;
  readonly hotelId?: string;
  readonly userId?: string;
  readonly statuses: readonly string[];
  /** Stays that are not over by this day, and that begin before that one. */
  readonly from?: string;
  readonly to?: string;
  readonly guestId?: string;
  readonly words?: readonly string[];
  readonly startsBefore?: Date;
  readonly endsAfter?: Date;
  readonly endsBefore?: Date;
  readonly order: ReservationOrder;
  readonly after?: readonly [instantMs: number, id: string];
  readonly limit: number;
}

/** By arrival, by departure, or the latest first. */
export type ReservationOrder = 'arrival' | 'departure' | 'latest';

const ORDERS: Readonly<Record<ReservationOrder, { readonly column: string; readonly direction: 'ASC' | 'DESC'; readonly beyond: '>' | '<' }>> = {
  arrival: { column: 'reservation.starts_at', direction: 'ASC', beyond: '>' },
  departure: { column: 'reservation.ends_at', direction: 'ASC', beyond: '>' },
  latest: { column: 'reservation.starts_at', direction: 'DESC', beyond: '<' },
};

const SHOWN = `
  SELECT ${RESERVATION_COLUMNS}, guest.id AS "guestId", guest.first_name || ' ' || guest.last_name AS "guestName", hotel.time_zone AS "timeZone",
         type.category, type.beds, type.minibar, seat.id AS "roomId", seat.number AS "roomNumber", paid.payments
  FROM reservation
  JOIN hotel ON hotel.id = reservation.hotel_id
  JOIN room_type AS type ON type.id = reservation.room_type_id
  LEFT JOIN guest AS record ON record.id = reservation.guest_id
  LEFT JOIN guest ON guest.id = coalesce(record.merged_into, record.id)
  LEFT JOIN LATERAL (
    SELECT room.id, room.number FROM room_assignment JOIN room ON room.id = room_id WHERE reservation_id = reservation.id ORDER BY during DESC LIMIT 1) AS seat ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object(
      'id', id, 'method', method, 'amount', amount, 'refundedAmount', refunded_amount, 'refundOf', refund_of, 'note', note, 'takenBy', taken_by, 'at', at) ORDER BY at, id), '[]') AS payments
    FROM payment WHERE reservation_id = reservation.id) AS paid`;

const CONDITIONS = `
  ($1::uuid IS NULL OR reservation.id = $1) AND ($2::uuid IS NULL OR reservation.hotel_id = $2) AND ($3::uuid IS NULL OR reservation.user_id = $3)
  AND reservation.status = ANY ($4) AND ($5::date IS NULL OR stay_to > $5) AND ($6::date IS NULL OR stay_from < $6)
  AND ($7::uuid IS NULL OR guest.id = $7 OR reservation.user_id = (SELECT user_id FROM guest AS named WHERE named.id = $7))
  AND NOT EXISTS (
    SELECT FROM unnest($8::text[]) AS word WHERE NOT coalesce(guest.searched LIKE folded_name(word), false) AND NOT coalesce(seat.number ILIKE word, false))
  AND ($9::timestamptz IS NULL OR starts_at <= $9) AND ($10::timestamptz IS NULL OR ends_at > $10) AND ($11::timestamptz IS NULL OR ends_at <= $11)`;

/** Reads reservations as their readers see them. */
@Injectable()
export class ReservationReader {
  async one(queryable: Queryable, id: string): Promise<ShownReservationRow | undefined> {
    const [row] = await queryable.query<ShownReservationRow>(`${SHOWN} WHERE reservation.id = $1`, [id], { name: 'show-reservation' });
    return row;
  }

  /** The reservations of a group, in the order in which they were named. */
  ofGroup(queryable: Queryable, groupId: string): Promise<ShownReservationRow[]> {
    return queryable.query<ShownReservationRow>(`${SHOWN} WHERE reservation.group_id = $1 ORDER BY reservation.id`, [groupId]);
  }

  page(queryable: Queryable, search: ReservationSearch): Promise<ShownReservationRow[]> {
    const { column, direction, beyond } = ORDERS[search.order];
    const { id, hotelId, userId, statuses, from, to, guestId, words = [], startsBefore, endsAfter, endsBefore, after, limit } = search;
    return queryable.query<ShownReservationRow>(
      `${SHOWN} WHERE ${CONDITIONS} AND ($12::timestamptz IS NULL OR (${column}, reservation.id) ${beyond} ($12, $13::uuid))
       ORDER BY ${column} ${direction}, reservation.id ${direction} LIMIT $14`,
      [id, hotelId, userId, statuses, from, to, guestId, words.map(asWritten), startsBefore, endsAfter, endsBefore, after && new Date(after[0]), after?.[1], limit].map((value) => value ?? null),
    );
  }
}

/** By what the lists of an order go on after a row. */
export function keyOf({ terms, id }: ShownReservationRow, order: ReservationOrder): [number, string] {
  return [Date.parse(order === 'departure' ? terms.endsAt : terms.startsAt), id];
}
