import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '../domain/notice';
import type { CleaningCause } from './cleaning.store';

/** A notice whose time has come, with what it says. */
export interface DueNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  /** The reservation, or the cleaning. */
  readonly subjectId: string;
  readonly hotelId: string;
  readonly hotelName: string;
  readonly timeZone: string;
  readonly roomId: string;
  readonly roomNumber: string;
  /** Of a stay alone. */
  readonly endsAt: Date | null;
  /** Of a cleaning alone. */
  readonly cause: CleaningCause | null;
  readonly note: string | null;
}

/**
 * Stays and cleanings say themselves what is due of them, so nothing need be planned, or planned anew when a stay changes;
 * what was told is kept, and under its constraint any number of replicas tell it once. Of a guest who should have left
 * nobody is told any more that they will.
 */
const TAKE = `
  WITH due AS (
    SELECT CASE WHEN ends_at <= $1 THEN 'stay-overdue' ELSE 'departure-due' END AS kind, reservation.id AS subject_id, hotel_id, last.room_id,
           CASE WHEN ends_at <= $1 THEN ends_at ELSE ends_at - interval '24 hours' END AS due_at
    FROM reservation
    CROSS JOIN LATERAL (SELECT room_id FROM room_assignment WHERE reservation_id = reservation.id ORDER BY during DESC LIMIT 1) AS last
    WHERE status = 'in_progress' AND ends_at <= $1::timestamptz + interval '24 hours'
    UNION ALL
    SELECT 'cleaning-due', id, hotel_id, room_id, requested_at FROM cleaning WHERE done_at IS NULL
  ), told AS (
    INSERT INTO notice (id, kind, subject_id, due_at, hotel_id, room_id, told_at)
    SELECT gen_random_uuid(), kind, subject_id, due_at, hotel_id, room_id, $1 FROM due
    WHERE NOT EXISTS (SELECT FROM notice WHERE notice.subject_id = due.subject_id AND notice.kind = due.kind AND notice.due_at = due.due_at)
    ORDER BY due_at, subject_id LIMIT $2
    ON CONFLICT DO NOTHING
    RETURNING id, kind, subject_id, hotel_id, room_id, due_at
  )
  SELECT told.id, told.kind, subject_id AS "subjectId", told.hotel_id AS "hotelId", hotel.name AS "hotelName", time_zone AS "timeZone", told.room_id AS "roomId",
         room.number AS "roomNumber", ends_at AS "endsAt", cause, cleaning.note
  FROM told
  JOIN hotel ON hotel.id = told.hotel_id
  JOIN room ON room.id = told.room_id
  LEFT JOIN reservation ON reservation.id = subject_id
  LEFT JOIN cleaning ON cleaning.id = subject_id
  ORDER BY due_at, subject_id`;

/** Keeps what the staff was told. */
@Injectable()
export class NoticeStore {
  /** Takes down what is due and was not told, and answers it: whoever has taken it down tells it, in the same transaction. */
  take(tx: Transaction, now: Date, atMost: number): Promise<DueNotice[]> {
    return tx.query<DueNotice>(TAKE, [now, atMost], { name: 'take-notices' });
  }
}
