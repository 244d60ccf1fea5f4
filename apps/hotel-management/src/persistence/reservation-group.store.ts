import type { Queryable, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { RESERVATION_COLUMNS, type ReservationRow } from './reservation.store';

/** What is kept of several rooms that were reserved as one. */
export interface ReservationGroupRow {
  readonly id: string;
  readonly hotelId: string;
  /** For whom it was made, where it was not the desk that made it. */
  readonly userId: string | null;
  readonly createdAt: Date;
}

/** Keeps groups of reservations. */
@Injectable()
export class ReservationGroupStore {
  async add(tx: Transaction, { id, hotelId, userId, createdAt }: ReservationGroupRow): Promise<void> {
    await tx.query('INSERT INTO reservation_group (id, hotel_id, user_id, created_at) VALUES ($1, $2, $3, $4)', [id, hotelId, userId, createdAt]);
  }

  async find(queryable: Queryable, hotelId: string, id: string): Promise<ReservationGroupRow | undefined> {
    const [group] = await queryable.query<ReservationGroupRow>(
      'SELECT id, hotel_id AS "hotelId", user_id AS "userId", created_at AS "createdAt" FROM reservation_group WHERE id = $1 AND hotel_id = $2', [id, hotelId]);
    return group;
  }

  /** The reservations of a group, locked, in the order in which they were named. */
  lockRooms(tx: Transaction, groupId: string): Promise<ReservationRow[]> {
    return tx.query<ReservationRow>(`SELECT ${RESERVATION_COLUMNS} FROM reservation WHERE group_id = $1 ORDER BY id FOR UPDATE`, [groupId]);
  }

  /** What whoever reserved was answered first, as it was. */
  async firstAnswer(queryable: Queryable, id: string): Promise<unknown> {
    const [row] = await queryable.query<{ answer: unknown }>('SELECT first_answer AS answer FROM reservation_group WHERE id = $1', [id]);
    return row?.answer ?? undefined;
  }

  async keepFirstAnswer(tx: Transaction, id: string, answer: unknown): Promise<void> {
    await tx.query('UPDATE reservation_group SET first_answer = $2 WHERE id = $1 AND first_answer IS NULL', [id, JSON.stringify(answer)]);
  }
}
