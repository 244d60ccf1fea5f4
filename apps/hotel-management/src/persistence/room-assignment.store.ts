import type { Queryable, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { GivenRoom, NeededStay, RoomNeed } from '../domain/planned-stays';
import { RESERVATION_COLUMNS } from './reservation.store';

/** A room given to a reservation for a stretch of time. */
export interface AssignmentRow extends GivenRoom {
  readonly reservationId: string;
}

const NEEDS = `
  SELECT ${RESERVATION_COLUMNS},
         coalesce((SELECT json_agg(json_build_object('roomId', room_id, 'fromMs', extract(epoch FROM lower(during)) * 1000, 'toMs', extract(epoch FROM upper(during)) * 1000) ORDER BY during)
                   FROM room_assignment WHERE reservation_id = reservation.id), '[]') AS given
  FROM reservation
  WHERE status IN ('requesting', 'confirmed', 'in_progress') AND (room_type_id = $1 OR (hotel_id = $3 AND wanted IS NOT NULL AND wanted ->> 'roomTypeId' = $1::text))
    AND (status = 'in_progress' OR greatest(ends_at, cleaned_at) > $2 OR greatest((wanted ->> 'endsAt')::timestamptz, (wanted ->> 'cleanedAt')::timestamptz) > $2)`;

// Whether a room is free is asked room by room, and no further than to the first one: the planner would rather look at every
// stay of every room. Rooms whose last guests leave shortly before come first, since what lies between stays is hard to let.
// A room that is being given to somebody else at this moment is passed over, so that those who come together take one each.
const IS_FREE = (room: string) => `
  CASE WHEN (SELECT count(*) FROM room_assignment AS taken WHERE taken.room_id = ${room} AND taken.reservation_id <> $2 AND taken.during && tstzrange($3, $4)) = 0
       THEN pg_try_advisory_xact_lock(hashtext('room' || current_schema()), hashtext(${room}::text)) ELSE false END`;
const FREE_ROOM = `
  (SELECT room.id FROM room WHERE room.id = coalesce($5::uuid, $6::uuid) AND room_type_id = $1 AND removed_at IS NULL AND ${IS_FREE('room.id')})
  UNION ALL
  (SELECT left_at.room_id FROM (
     SELECT given.room_id FROM reservation AS before
     JOIN room_assignment AS given ON given.reservation_id = before.id
     JOIN room ON room.id = given.room_id AND room.room_type_id = $1 AND room.removed_at IS NULL
     WHERE before.room_type_id = $1 AND before.status IN ('requesting', 'confirmed', 'in_progress')
       AND before.ends_at <= $3 AND before.ends_at > $3::timestamptz - interval '3 days' AND $5::uuid IS NULL
     ORDER BY before.ends_at DESC OFFSET 0) AS left_at
   WHERE ${IS_FREE('left_at.room_id')})
  UNION ALL
  (SELECT known.id FROM (SELECT id FROM room WHERE room_type_id = $1 AND removed_at IS NULL AND $5::uuid IS NULL ORDER BY number OFFSET 0) AS known
   WHERE ${IS_FREE('known.id')})
  LIMIT 1`;

/** Keeps which reservation has which room. */
@Injectable()
export class RoomAssignmentStore {
  /** Everything that needs a room of a type from now on. */
  needsOf(tx: Transaction, hotelId: string, roomTypeId: string, now: Date): Promise<RoomNeed[]> {
    return tx.query<RoomNeed>(NEEDS, [roomTypeId, now, hotelId]);
  }

  /** A room of a type that nobody else has for the time of a stay: the one it must have or has, or else one that others leave shortly before. */
  async freeRoom(tx: Transaction, roomTypeId: string, { reservationId, fromMs, toMs, fixedRoomId, keptRoomId }: NeededStay): Promise<string | undefined> {
    const [room] = await tx.query<{ id: string }>(
      FREE_ROOM, [roomTypeId, reservationId, new Date(fromMs), new Date(toMs), fixedRoomId ?? null, keptRoomId ?? null], { name: 'find-free-room' });
    return room?.id;
  }

  async of(queryable: Queryable, reservationId: string): Promise<AssignmentRow[]> {
    return queryable.query<AssignmentRow>(
      `SELECT reservation_id AS "reservationId", room_id AS "roomId", (extract(epoch FROM lower(during)) * 1000)::float8 AS "fromMs", (extract(epoch FROM upper(during)) * 1000)::float8 AS "toMs"
       FROM room_assignment WHERE reservation_id = $1 ORDER BY during`,
      [reservationId],
      { name: 'rooms-of-reservation' },
    );
  }

  /** Takes some away and gives others, in this order. */
  async swap(tx: Transaction, gone: readonly AssignmentRow[], given: readonly AssignmentRow[]): Promise<void> {
    const statements: Promise<unknown>[] = [];
    if (gone.length > 0) {
      statements.push(tx.query(
        `DELETE FROM room_assignment USING unnest($1::uuid[], $2::uuid[], $3::float8[], $4::float8[]) AS gone (reservation_id, room_id, from_ms, to_ms)
         WHERE room_assignment.reservation_id = gone.reservation_id AND room_assignment.room_id = gone.room_id
           AND during = tstzrange(to_timestamp(from_ms / 1000), to_timestamp(to_ms / 1000))`,
        [gone.map(({ reservationId }) => reservationId), gone.map(({ roomId }) => roomId), gone.map(({ fromMs }) => fromMs), gone.map(({ toMs }) => toMs)],
        { name: 'take-rooms' },
      ));
    }
    if (given.length > 0) {
      statements.push(tx.query(
        `INSERT INTO room_assignment (reservation_id, room_id, during)
         SELECT given."reservationId", given."roomId", tstzrange(to_timestamp(given."fromMs" / 1000), to_timestamp(given."toMs" / 1000))
         FROM json_to_recordset($1) AS given ("reservationId" uuid, "roomId" uuid, "fromMs" float8, "toMs" float8)`,
        [JSON.stringify(given)],
        { name: 'give-rooms' },
      ));
    }
    await Promise.all(statements);
  }

  /** The rooms of a hotel that somebody is in, and who; who should have left is there still. */
  async occupants(queryable: Queryable, hotelId: string): Promise<Map<string, string>> {
    const rows = await queryable.query<{ roomId: string; reservationId: string }>(
      `SELECT last.room_id AS "roomId", reservation.id AS "reservationId" FROM reservation
       CROSS JOIN LATERAL (SELECT room_id FROM room_assignment WHERE reservation_id = reservation.id ORDER BY during DESC LIMIT 1) AS last
       WHERE hotel_id = $1 AND status = 'in_progress'`,
      [hotelId],
      { name: 'occupants' },
    );
    return new Map(rows.map(({ roomId, reservationId }) => [roomId, reservationId]));
  }
}
