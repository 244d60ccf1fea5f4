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

/** Who stays: the record that the one named at the desk has been merged into, where it has. */
const GUEST = `
  LEFT JOIN guest AS record ON record.id = reservation.guest_id
  LEFT JOIN guest ON guest.id = coalesce(record.merged_into, record.id)`;
/** The room they have, or had last. */
const SEAT = 'SELECT room.id, room.number FROM room_assignment JOIN room ON room.id = room_id WHERE reservation_id = reservation.id ORDER BY during DESC LIMIT 1';

/** Some reservations as their readers see them. What is shown beside them is read for these alone. */
const shown = (rows: string): string => `
  SELECT ${RESERVATION_COLUMNS}, guest.id AS "guestId", guest.first_name || ' ' || guest.last_name AS "guestName", hotel.time_zone AS "timeZone",
         type.category, type.beds, type.minibar, seat.id AS "roomId", seat.number AS "roomNumber", paid.payments
  FROM ${rows} AS reservation
  JOIN hotel ON hotel.id = reservation.hotel_id
  JOIN room_type AS type ON type.id = reservation.room_type_id ${GUEST}
  LEFT JOIN LATERAL (${SEAT}) AS seat ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object(
      'id', id, 'method', method, 'amount', amount, 'refundedAmount', refunded_amount, 'refundOf', refund_of, 'note', note, 'takenBy', taken_by, 'at', at) ORDER BY at, id), '[]') AS payments
    FROM payment WHERE reservation_id = reservation.id) AS paid`;

const CONDITIONS = `
  ($1::uuid IS NULL OR reservation.id = $1) AND ($2::uuid IS NULL OR reservation.hotel_id = $2) AND ($3::uuid IS NULL OR reservation.user_id = $3)
  AND reservation.status = ANY ($4) AND ($5::date IS NULL OR stay_to > $5) AND ($6::date IS NULL OR stay_from < $6)
  AND ($9::timestamptz IS NULL OR starts_at <= $9) AND ($10::timestamptz IS NULL OR ends_at > $10) AND ($11::timestamptz IS NULL OR ends_at <= $11)`;

/** Of one guest, or where each word is of the guest's name or the number of the room. */
const OF_SOMEBODY = `
  AND ($7::uuid IS NULL OR guest.id = $7 OR reservation.user_id = (SELECT user_id FROM guest AS named WHERE named.id = $7))
  AND NOT EXISTS (
    SELECT FROM asked WHERE NOT coalesce(guest.searched LIKE folded_name(word), false)
      AND NOT (is_of_a_room AND coalesce((SELECT number FROM (${SEAT}) AS seat) ILIKE word, false)))`;
/** Whether there is such a room at all is looked up once a word, and not once a reservation. */
const ASKED = `
  WITH asked AS MATERIALIZED (
    SELECT word, EXISTS (SELECT FROM room WHERE room.hotel_id = $2 AND number ILIKE word) AS is_of_a_room FROM unnest($8::text[]) AS word)`;
const OF_ANYBODY = 'AND $7::uuid IS NULL AND cardinality($8::text[]) = 0';

/** A page in one of the orders: who stays and where is looked at first only where that is asked for, else the index alone finds it. */
function pageOf(order: ReservationOrder, isOfSomebody: boolean): string {
  const { column, direction, beyond } = ORDERS[order];
  const inOrder = `ORDER BY ${column} ${direction}, reservation.id ${direction}`;
  return `${shown(`(${isOfSomebody ? ASKED : ''}
    SELECT reservation.* FROM reservation ${isOfSomebody ? GUEST : ''}
    WHERE ${CONDITIONS} ${isOfSomebody ? OF_SOMEBODY : OF_ANYBODY} AND ($12::timestamptz IS NULL OR (${column}, reservation.id) ${beyond} ($12, $13::uuid))
    ${inOrder} LIMIT $14)`)} ${inOrder}`;
}

/** Reads reservations as their readers see them. */
@Injectable()
export class ReservationReader {
  async one(queryable: Queryable, id: string): Promise<ShownReservationRow | undefined> {
    const [row] = await queryable.query<ShownReservationRow>(`${shown('reservation')} WHERE reservation.id = $1`, [id], { name: 'show-reservation' });
    return row;
  }

  /** The reservations of a group, in the order in which they were named. */
  ofGroup(queryable: Queryable, groupId: string): Promise<ShownReservationRow[]> {
    return queryable.query<ShownReservationRow>(`${shown('reservation')} WHERE reservation.group_id = $1 ORDER BY reservation.id`, [groupId]);
  }

  page(queryable: Queryable, search: ReservationSearch): Promise<ShownReservationRow[]> {
    const { id, hotelId, userId, statuses, from, to, guestId, words = [], startsBefore, endsAfter, endsBefore, after, limit } = search;
    return queryable.query<ShownReservationRow>(
      pageOf(search.order, guestId !== undefined || words.length > 0),
      [id, hotelId, userId, statuses, from, to, guestId, words.map(asWritten), startsBefore, endsAfter, endsBefore, after && new Date(after[0]), after?.[1], limit].map((value) => value ?? null),
    );
  }
}

/** By what the lists of an order go on after a row. */
export function keyOf({ terms, id }: ShownReservationRow, order: ReservationOrder): [number, string] {
  return [Date.parse(order === 'departure' ? terms.endsAt : terms.startsAt), id];
}
