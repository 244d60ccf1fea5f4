import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';
import type { RoomCategory, RoomKind } from '../domain/room-type';

export interface RoomRow extends RoomKind {
  readonly id: string;
  readonly hotelId: string;
  readonly roomTypeId: string;
  readonly number: string;
  readonly floor: number;
}

/** A type with the number of its rooms. */
export interface RoomTypeRow extends RoomKind {
  readonly id: string;
  readonly category: RoomCategory;
  readonly rooms: number;
  readonly offered: boolean;
}

const SELECT = `
  SELECT room.id, room.hotel_id AS "hotelId", room_type_id AS "roomTypeId", number, floor, category, beds, minibar
  FROM room JOIN room_type ON room_type.id = room.room_type_id`;

@Injectable()
export class RoomStore {
  /** The type of a kind of room in a hotel, made where it is the first of its kind. */
  async typeOf(tx: Transaction, hotelId: string, newTypeId: string, kind: RoomKind): Promise<string> {
    const [type] = await tx.query<{ id: string }>(
      `INSERT INTO room_type (id, hotel_id, category, beds, minibar) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (hotel_id, category, beds, minibar) DO UPDATE SET beds = excluded.beds RETURNING id`,
      [newTypeId, hotelId, kind.category, kind.beds, kind.minibar],
    );
    return type!.id;
  }

  /** Answers false where another room of the hotel has this number. */
  async add(tx: Transaction, room: Pick<RoomRow, 'id' | 'hotelId' | 'roomTypeId' | 'number' | 'floor'>, addedAt: Date): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO room (id, hotel_id, room_type_id, number, floor, added_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (hotel_id, number) WHERE removed_at IS NULL DO NOTHING RETURNING id`,
      [room.id, room.hotelId, room.roomTypeId, room.number, room.floor, addedAt],
    );
    return added.length === 1;
  }

  /** Answers false where another room of the hotel has this number; the hotel is locked, so none can come in between. */
  async change(tx: Transaction, room: Pick<RoomRow, 'id' | 'hotelId' | 'roomTypeId' | 'number' | 'floor'>): Promise<boolean> {
    const changed = await tx.query(
      `UPDATE room SET room_type_id = $3, number = $4, floor = $5
       WHERE id = $1 AND hotel_id = $2 AND NOT EXISTS (SELECT FROM room other WHERE other.hotel_id = $2 AND other.number = $4 AND other.id <> $1 AND other.removed_at IS NULL)
       RETURNING id`,
      [room.id, room.hotelId, room.roomTypeId, room.number, room.floor],
    );
    return changed.length === 1;
  }

  /** The room stays on record for those who have stayed in it; answers its type, or nothing where there is no such room. */
  async remove(tx: Transaction, hotelId: string, roomId: string, now: Date): Promise<string | undefined> {
    const [removed] = await tx.query<{ roomTypeId: string }>(
      'UPDATE room SET removed_at = $3 WHERE id = $1 AND hotel_id = $2 AND removed_at IS NULL RETURNING room_type_id AS "roomTypeId"', [roomId, hotelId, now]);
    return removed?.roomTypeId;
  }

  /** The rooms of a type, by number. */
  async idsOfType(queryable: Queryable, roomTypeId: string): Promise<string[]> {
    const rows = await queryable.query<{ id: string }>('SELECT id FROM room WHERE room_type_id = $1 AND removed_at IS NULL ORDER BY number', [roomTypeId], { name: 'rooms-of-type' });
    return rows.map(({ id }) => id);
  }

  async find(queryable: Queryable, hotelId: string, roomId: string): Promise<RoomRow | undefined> {
    const [room] = await queryable.query<RoomRow>(`${SELECT} WHERE room.id = $1 AND room.hotel_id = $2 AND removed_at IS NULL`, [roomId, hotelId], { name: 'find-room' });
    return room;
  }

  /** Whoever lets somebody into a room, or cleans it, goes one after another; false where there is no such room. */
  async lock(tx: Transaction, hotelId: string, roomId: string): Promise<boolean> {
    return (await tx.query('SELECT FROM room WHERE id = $1 AND hotel_id = $2 AND removed_at IS NULL FOR NO KEY UPDATE', [roomId, hotelId], { name: 'lock-room' })).length > 0;
  }

  async findPage(queryable: Queryable, hotelId: string, afterNumber: string | null, limit: number, without: readonly string[] = []): Promise<RoomRow[]> {
    return queryable.query<RoomRow>(
      `${SELECT} WHERE room.hotel_id = $1 AND removed_at IS NULL AND ($2::text IS NULL OR number > $2) AND room.id <> ALL ($4::uuid[]) ORDER BY number LIMIT $3`,
      [hotelId, afterNumber, limit, without],
    );
  }

  /** Whether a hotel lets rooms of a type, or has. */
  async isTypeOf(queryable: Queryable, hotelId: string, roomTypeId: string): Promise<boolean> {
    return (await queryable.query('SELECT FROM room_type WHERE id = $1 AND hotel_id = $2', [roomTypeId, hotelId])).length > 0;
  }

  async typesOf(tx: Queryable, hotelId: string): Promise<RoomTypeRow[]> {
    return tx.query<RoomTypeRow>(
      `SELECT id, category, beds, minibar, offered, (SELECT count(*)::int FROM room WHERE room_type_id = room_type.id AND removed_at IS NULL) AS rooms
       FROM room_type WHERE hotel_id = $1 ORDER BY id`,
      [hotelId],
      { name: 'types-of-hotel' },
    );
  }

  /** Counts one more version of what is said of a type. */
  async setOffered(tx: Transaction, roomTypeId: string, offered: boolean): Promise<number> {
    const [type] = await tx.query<{ version: number }>('UPDATE room_type SET offered = $2, version = version + 1 WHERE id = $1 RETURNING version', [roomTypeId, offered]);
    return type!.version;
  }
}
