import type { Queryable, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** Why a room is to be cleaned. */
export type CleaningCause = 'check-out' | 'request' | '48-hours';

/** What is asked for. */
export interface CleaningRequest {
  readonly id: string;
  readonly hotelId: string;
  readonly roomId: string;
  readonly cause: CleaningCause;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
}

/** Keeps which rooms are to be cleaned, and which were. */
@Injectable()
export class CleaningStore {
  /** Asks for a room to be cleaned; a room that waits for it already waits no longer for it. */
  async request(tx: Transaction, { id, hotelId, roomId, cause, requestedBy, requestedAt }: CleaningRequest): Promise<void> {
    await tx.query(
      `INSERT INTO cleaning (id, hotel_id, room_id, cause, requested_by, requested_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (room_id) WHERE done_at IS NULL DO NOTHING`,
      [id, hotelId, roomId, cause, requestedBy, requestedAt],
    );
  }

  /** The rooms of a hotel that wait to be cleaned. */
  async roomsToClean(queryable: Queryable, hotelId: string): Promise<Set<string>> {
    const rows = await queryable.query<{ roomId: string }>('SELECT room_id AS "roomId" FROM cleaning WHERE hotel_id = $1 AND done_at IS NULL', [hotelId]);
    return new Set(rows.map(({ roomId }) => roomId));
  }
}
