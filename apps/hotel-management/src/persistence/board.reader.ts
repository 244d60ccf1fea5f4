import type { Period } from '@bookable/kernel';
import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { RoomNight } from '../domain/room-day';

const NIGHTS = `
  SELECT room_id AS "roomId", reservation.id AS "reservationId", status,
         (extract(epoch FROM lower(during)) * 1000)::float8 AS "fromMs", (extract(epoch FROM CASE WHEN upper(during) = cleaned_at THEN greatest(ends_at, lower(during)) ELSE upper(during) END) * 1000)::float8 AS "toMs"
  FROM room_assignment JOIN reservation ON reservation.id = reservation_id
  WHERE hotel_id = $1 AND room_id IN (SELECT id FROM room WHERE hotel_id = $1) AND during && tstzrange($2, $3)
  ORDER BY during`;

/** Reads who has which room when: what overlaps a time for as long as nobody else can have the room, and until when the guest is in it. */
@Injectable()
export class BoardReader {
  nights(queryable: Queryable, hotelId: string, { fromMs, toMs }: Period): Promise<RoomNight[]> {
    return queryable.query<RoomNight>(NIGHTS, [hotelId, new Date(fromMs), new Date(toMs)]);
  }
}
