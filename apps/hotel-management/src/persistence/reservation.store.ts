import type { Queryable, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { ReservationAction, ReservationStatus, StayTerms } from '../domain/reservation';
import type { RoomKind } from '../domain/room-type';
import type { PaymentRow } from './payment.store';

/** One line of what a stay costs. */
export interface PriceLineRow {
  readonly label: string;
  readonly rule: string;
  readonly units: number;
  readonly unitAmount: number;
  readonly amount: number;
}

/** A reservation as it is kept; its own columns. */
export interface ReservationRow {
  readonly id: string;
  readonly hotelId: string;
  readonly guestId: string | null;
  readonly userId: string | null;
  /** The booking whose time it has, where it was booked like any listing. */
  readonly bookingId?: string | null;
  /** The group it is of. */
  readonly groupId?: string | null;
  /** What booking is asked for it and for others at once. */
  readonly askedTogether?: string | null;
  readonly terms: StayTerms;
  readonly status: ReservationStatus;
  readonly wanted: StayTerms | null;
  readonly isReleaseDue: boolean;
  readonly wordNumber: number;
  readonly priceLines: readonly PriceLineRow[];
  readonly totalAmount: number;
  readonly currency: string;
  readonly note: string | null;
  readonly reason: string | null;
  readonly checkedInAt: Date | null;
  readonly checkedOutAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

/** Money that changed hands, with its instant as JSON has it. */
export type ShownPaymentRow = Pick<PaymentRow, 'id' | 'method' | 'amount' | 'refundedAmount' | 'refundOf' | 'note' | 'takenBy'> & { readonly at: string };

/** The same with what its readers want to know beside it. */
export interface ShownReservationRow extends ReservationRow, RoomKind {
  readonly timeZone: string;
  readonly roomId: string | null;
  readonly roomNumber: string | null;
  readonly guestName: string | null;
  /** In the order they were made. */
  readonly payments: readonly ShownPaymentRow[];
}

/** What is done, by whom and why; nobody where the service finishes what was begun. */
export interface StepTaken {
  readonly action: ReservationAction;
  readonly actorId: string | null;
  readonly reason?: string | null;
  readonly now: Date;
}

const INSTANT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The columns of a reservation, of a table or subquery named `reservation`. */
export const RESERVATION_COLUMNS = `
  reservation.id, reservation.hotel_id AS "hotelId", reservation.guest_id AS "guestId", reservation.user_id AS "userId", reservation.booking_id AS "bookingId", reservation.group_id AS "groupId", reservation.asked_together AS "askedTogether", reservation.status, reservation.wanted,
  json_build_object('roomTypeId', reservation.room_type_id, 'pinnedRoomId', reservation.pinned_room_id, 'from', reservation.stay_from::text, 'to', reservation.stay_to::text,
    'earlyCheckIn', reservation.early_check_in, 'lateCheckOut', reservation.late_check_out,
    'startsAt', ${INSTANT('reservation.starts_at')}, 'endsAt', ${INSTANT('reservation.ends_at')}, 'cleanedAt', ${INSTANT('reservation.cleaned_at')}) AS terms,
  reservation.is_release_due AS "isReleaseDue", reservation.word_number AS "wordNumber", reservation.price_lines AS "priceLines",
  reservation.total_amount::float8 AS "totalAmount", reservation.currency, reservation.note, reservation.reason, reservation.checked_in_at AS "checkedInAt",
  reservation.checked_out_at AS "checkedOutAt", reservation.created_at AS "createdAt", reservation.updated_at AS "updatedAt", reservation.version`;

const ADD = `
  INSERT INTO reservation (id, hotel_id, guest_id, user_id, room_type_id, pinned_room_id, stay_from, stay_to, early_check_in, late_check_out, starts_at, ends_at,
                           status, wanted, is_release_due, word_number, price_lines, total_amount, currency, note, reason, checked_in_at, checked_out_at, created_at, updated_at, version, cleaned_at, booking_id, group_id, asked_together)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30)`;
const CHANGE = `
  UPDATE reservation
  SET guest_id = $3, user_id = $4, room_type_id = $5, pinned_room_id = $6, stay_from = $7, stay_to = $8, early_check_in = $9, late_check_out = $10, starts_at = $11, ends_at = $12,
      status = $13, wanted = $14, is_release_due = $15, word_number = $16, price_lines = $17, total_amount = $18, currency = $19, note = $20, reason = $21, checked_in_at = $22,
      checked_out_at = $23, created_at = $24, updated_at = $25, version = $26, cleaned_at = $27, booking_id = $28, group_id = $29, asked_together = $30
  WHERE id = $1 AND hotel_id = $2`;
const KEEP_STEP = `
  INSERT INTO reservation_step (reservation_id, version, action, from_status, to_status, actor_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Keeps reservations, and every step each has taken. */
@Injectable()
export class ReservationStore {
  /** Keeps a reservation that is new. */
  async add(tx: Transaction, reservation: ReservationRow, step: StepTaken): Promise<void> {
    await Promise.all([tx.query(ADD, valuesOf(reservation), { name: 'add-reservation' }), this.keepStep(tx, reservation, null, step)]);
  }

  /** Writes a reservation as it is after a step; the caller has it locked as it was before. */
  async write(tx: Transaction, before: ReservationRow, after: Partial<ReservationRow>, step: StepTaken): Promise<ReservationRow> {
    const written: ReservationRow = { ...before, ...after, updatedAt: step.now, version: before.version + 1 };
    await Promise.all([tx.query(CHANGE, valuesOf(written), { name: 'change-reservation' }), this.keepStep(tx, written, before.status, step)]);
    return written;
  }

  async lock(tx: Transaction, hotelId: string, id: string): Promise<ReservationRow | undefined> {
    const [row] = await tx.query<ReservationRow>(`SELECT ${RESERVATION_COLUMNS} FROM reservation WHERE id = $1 AND hotel_id = $2 FOR UPDATE`, [id, hotelId], { name: 'lock-reservation' });
    return row;
  }

  /** All that booking is asked for at once, in the order in which they are locked. */
  askedTogether(queryable: Queryable, together: string): Promise<ReservationRow[]> {
    return queryable.query<ReservationRow>(`SELECT ${RESERVATION_COLUMNS} FROM reservation WHERE asked_together = $1 ORDER BY id`, [together]);
  }

  /** Whoever was expected by the end of a day and has not come, unless booking is asked about them at this moment. */
  lockMissed(tx: Transaction, hotelId: string, day: string, now: Date): Promise<ReservationRow[]> {
    return tx.query<ReservationRow>(
      `SELECT ${RESERVATION_COLUMNS} FROM reservation WHERE hotel_id = $1 AND status = 'confirmed' AND stay_from <= $2 AND starts_at <= $3 AND wanted IS NULL ORDER BY id FOR UPDATE`,
      [hotelId, day, now],
    );
  }

  async find(queryable: Queryable, id: string): Promise<ReservationRow | undefined> {
    const [row] = await queryable.query<ReservationRow>(`SELECT ${RESERVATION_COLUMNS} FROM reservation WHERE id = $1`, [id], { name: 'find-reservation' });
    return row;
  }

  /** Booking has been told that the time is free, unless something newer is to be said by now. */
  async released(queryable: Queryable, { id, wordNumber }: ReservationRow): Promise<void> {
    await queryable.query('UPDATE reservation SET is_release_due = false WHERE id = $1 AND word_number = $2', [id, wordNumber], { name: 'released-reservation' });
  }

  /** What booking has not been asked, or not been heard to answer, since before a moment. */
  async unsettled(queryable: Queryable, before: Date, atMost: number): Promise<string[]> {
    const rows = await queryable.query<{ id: string }>(
      'SELECT id FROM reservation WHERE (wanted IS NOT NULL OR is_release_due) AND updated_at < $1 ORDER BY updated_at LIMIT $2', [before, atMost]);
    return rows.map(({ id }) => id);
  }

  /** What whoever reserved was answered first, as it was. */
  async firstAnswer(queryable: Queryable, id: string): Promise<unknown> {
    const [row] = await queryable.query<{ answer: unknown }>('SELECT first_answer AS answer FROM reservation WHERE id = $1', [id], { name: 'first-answer' });
    return row?.answer ?? undefined;
  }

  async keepFirstAnswer(tx: Transaction, id: string, answer: unknown): Promise<void> {
    await tx.query('UPDATE reservation SET first_answer = $2 WHERE id = $1 AND first_answer IS NULL', [id, JSON.stringify(answer)], { name: 'keep-first-answer' });
  }

  private async keepStep(tx: Transaction, { id, version, status }: ReservationRow, from: ReservationStatus | null, { action, actorId, reason = null, now }: StepTaken): Promise<void> {
    await tx.query(KEEP_STEP, [id, version, action, from, status, actorId, reason, now], { name: 'keep-step' });
  }
}

function valuesOf(row: ReservationRow): unknown[] {
  const { roomTypeId, pinnedRoomId, from, to, earlyCheckIn, lateCheckOut, startsAt, endsAt, cleanedAt } = row.terms;
  return [
    row.id, row.hotelId, row.guestId, row.userId, roomTypeId, pinnedRoomId, from, to, earlyCheckIn, lateCheckOut, startsAt, endsAt,
    row.status, row.wanted && JSON.stringify(row.wanted), row.isReleaseDue, row.wordNumber, JSON.stringify(row.priceLines), row.totalAmount, row.currency, row.note, row.reason,
    row.checkedInAt, row.checkedOutAt, row.createdAt, row.updatedAt, row.version, cleanedAt ?? null, row.bookingId ?? null, row.groupId ?? null, row.wanted && (row.askedTogether ?? null),
  ];
}
