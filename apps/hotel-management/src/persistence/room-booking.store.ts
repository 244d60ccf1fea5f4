import type { Queryable, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { ReservationStatus } from '../domain/reservation';
import { RESERVATION_COLUMNS, type ReservationRow } from './reservation.store';

/** What was told of a booking, and of which type of room it is. */
export interface RoomBookingNews {
  readonly bookingId: string;
  readonly roomTypeId: string;
  readonly version: number;
}

const NEWS = `
  INSERT INTO room_booking AS known (booking_id, room_type_id, version) VALUES ($1, $2, $3)
  ON CONFLICT (booking_id) DO UPDATE SET version = excluded.version WHERE known.version < excluded.version
  RETURNING version`;
const WITHOUT_ROOM = `
  SELECT reservation.id, hotel_id AS "hotelId" FROM reservation
  WHERE booking_id IS NOT NULL AND status = 'confirmed' AND ends_at > $1
    AND NOT EXISTS (SELECT FROM room_assignment WHERE reservation_id = reservation.id)
  ORDER BY ends_at LIMIT $2`;

/** Keeps the reservations of rooms that were booked like any listing. */
@Injectable()
export class RoomBookingStore {
  /** The hotel a listing is a room type of. */
  async hotelOf(queryable: Queryable, listingId: string): Promise<string | undefined> {
    const [type] = await queryable.query<{ hotelId: string }>('SELECT hotel_id AS "hotelId" FROM room_type WHERE id = $1', [listingId]);
    return type?.hotelId;
  }

  /** Whether this is newer than all that was told of the booking before, and from now on is not. */
  async isNews(tx: Transaction, { bookingId, roomTypeId, version }: RoomBookingNews): Promise<boolean> {
    return (await tx.query(NEWS, [bookingId, roomTypeId, version])).length > 0;
  }

  /** The reservations of a booking, locked, in the order they were made. */
  lockOf(tx: Transaction, bookingId: string): Promise<ReservationRow[]> {
    return tx.query<ReservationRow>(`SELECT ${RESERVATION_COLUMNS} FROM reservation WHERE booking_id = $1 ORDER BY id FOR UPDATE`, [bookingId]);
  }

  async statusesOf(queryable: Queryable, bookingId: string): Promise<ReservationStatus[]> {
    const rows = await queryable.query<{ status: ReservationStatus }>('SELECT status FROM reservation WHERE booking_id = $1', [bookingId]);
    return rows.map(({ status }) => status);
  }

  /** Who took the last step of a reservation; nobody where time did. */
  async lastActorOf(queryable: Queryable, reservationId: string): Promise<string | undefined> {
    const [step] = await queryable.query<{ actorId: string | null }>('SELECT actor_id AS "actorId" FROM reservation_step WHERE reservation_id = $1 ORDER BY version DESC LIMIT 1', [reservationId]);
    return step?.actorId ?? undefined;
  }

  /** Who has booked a room and has been given none yet. */
  withoutRoom(queryable: Queryable, now: Date, atMost: number): Promise<{ readonly id: string; readonly hotelId: string }[]> {
    return queryable.query<{ id: string; hotelId: string }>(WITHOUT_ROOM, [now, atMost]);
  }
}
