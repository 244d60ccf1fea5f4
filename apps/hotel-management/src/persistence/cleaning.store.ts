import type { Queryable, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** Why a room is to be cleaned. */
export type CleaningCause = 'check-out' | 'request' | '48-hours';

/** Which page of which room's cleanings. */
export interface CleaningHistory {
  readonly hotelId: string;
  readonly roomId: string;
  readonly before?: { readonly requestedAt: Date; readonly id: string };
  readonly limit: number;
}

/** What is asked for. */
export interface CleaningRequest {
  readonly id: string;
  readonly hotelId: string;
  readonly roomId: string;
  readonly cause: CleaningCause;
  readonly note?: string | null;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
}

/** A room that is to be cleaned, or was, with what its readers want to know beside it. */
export interface CleaningRow {
  readonly id: string;
  readonly roomId: string;
  readonly roomNumber: string;
  readonly floor: number;
  readonly cause: CleaningCause;
  readonly note: string | null;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly nextArrivalAt: Date | null;
  readonly takenBy: string | null;
  readonly takenAt: Date | null;
  readonly doneBy: string | null;
  readonly doneAt: Date | null;
}

const SHOWN = `
  SELECT cleaning.id, room_id AS "roomId", room.number AS "roomNumber", room.floor, cause, note, requested_by AS "requestedBy", requested_at AS "requestedAt", taken_by AS "takenBy", taken_at AS "takenAt",
         done_by AS "doneBy", done_at AS "doneAt",
         (SELECT min(starts_at) FROM room_assignment JOIN reservation ON reservation.id = reservation_id
          WHERE cleaning.done_at IS NULL AND room_assignment.room_id = cleaning.room_id AND status = 'confirmed') AS "nextArrivalAt"
  FROM cleaning JOIN room ON room.id = room_id`;

// Counted from when the room was last cleaned, or from when its guest came into a clean one.
const ASK_AFTER_48_HOURS = `
  INSERT INTO cleaning (id, hotel_id, room_id, cause, requested_at)
  SELECT gen_random_uuid(), reservation.hotel_id, last.room_id, '48-hours', $1
  FROM reservation
  CROSS JOIN LATERAL (SELECT room_id, lower(during) AS since FROM room_assignment WHERE reservation_id = reservation.id ORDER BY during DESC LIMIT 1) AS last
  WHERE status = 'in_progress'
    AND greatest(checked_in_at, last.since, (SELECT max(done_at) FROM cleaning WHERE room_id = last.room_id)) <= $1::timestamptz - interval '48 hours'
  ON CONFLICT (room_id) WHERE done_at IS NULL DO NOTHING`;

/** Keeps which rooms are to be cleaned, and which were. */
@Injectable()
export class CleaningStore {
  /** Asks for a room to be cleaned; a room that waits for it already waits no longer for it. */
  async request(tx: Transaction, { id, hotelId, roomId, cause, note = null, requestedBy, requestedAt }: CleaningRequest): Promise<void> {
    await tx.query(
      `INSERT INTO cleaning (id, hotel_id, room_id, cause, requested_by, requested_at, note) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (room_id) WHERE done_at IS NULL DO NOTHING`,
      [id, hotelId, roomId, cause, requestedBy, requestedAt, note],
      { name: 'request-cleaning' },
    );
  }

  /** The rooms of a hotel that wait to be cleaned. */
  async roomsToClean(queryable: Queryable, hotelId: string): Promise<Set<string>> {
    const rows = await queryable.query<{ roomId: string }>('SELECT room_id AS "roomId" FROM cleaning WHERE hotel_id = $1 AND done_at IS NULL', [hotelId], { name: 'rooms-to-clean' });
    return new Set(rows.map(({ roomId }) => roomId));
  }

  /** Asks for occupied rooms to be cleaned that were cleaned two days ago (E12). */
  async requestAfter48Hours(queryable: Queryable, now: Date): Promise<void> {
    await queryable.query(ASK_AFTER_48_HOURS, [now], { name: 'ask-for-cleaning' });
  }

  /** What is to be cleaned in a hotel. */
  open(queryable: Queryable, hotelId: string): Promise<CleaningRow[]> {
    return queryable.query<CleaningRow>(`${SHOWN} WHERE cleaning.hotel_id = $1 AND done_at IS NULL`, [hotelId]);
  }

  /** The cleaning a room waits for, or else the last it had. */
  async last(queryable: Queryable, hotelId: string, roomId: string): Promise<CleaningRow | undefined> {
    const [row] = await queryable.query<CleaningRow>(`${SHOWN} WHERE cleaning.hotel_id = $1 AND room_id = $2 ORDER BY done_at DESC NULLS FIRST LIMIT 1`, [hotelId, roomId], { name: 'last-cleaning' });
    return row;
  }

  /** How a room was cleaned, the latest first. */
  history(queryable: Queryable, { hotelId, roomId, before, limit }: CleaningHistory): Promise<CleaningRow[]> {
    return queryable.query<CleaningRow>(
      `${SHOWN} WHERE cleaning.hotel_id = $1 AND room_id = $2 AND ($3::timestamptz IS NULL OR (requested_at, cleaning.id) < ($3, $4::uuid))
       ORDER BY requested_at DESC, cleaning.id DESC LIMIT $5`,
      [hotelId, roomId, before?.requestedAt ?? null, before?.id ?? null, limit],
    );
  }

  async take(tx: Transaction, id: string, userId: string, now: Date): Promise<void> {
    await tx.query('UPDATE cleaning SET taken_by = $2, taken_at = $3 WHERE id = $1 AND done_at IS NULL AND taken_by IS NULL', [id, userId, now]);
  }

  async finish(tx: Transaction, id: string, userId: string, now: Date): Promise<void> {
    await tx.query('UPDATE cleaning SET done_by = $2, done_at = $3 WHERE id = $1 AND done_at IS NULL', [id, userId, now], { name: 'finish-cleaning' });
  }
}
