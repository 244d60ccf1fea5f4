import type { Queryable, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** Money taken at the desk, or given back where it is less than nothing. */
export interface PaymentRow {
  readonly id: string;
  readonly reservationId: string;
  readonly hotelId: string;
  readonly method: 'cash' | 'card' | 'transfer';
  readonly amount: number;
  readonly currency: string;
  readonly takenBy: string;
  /** What it was paid for. */
  readonly roomId: string | null;
  readonly roomTypeId: string;
  readonly refundOf: string | null;
  readonly refundedAmount: number;
  readonly note: string | null;
  readonly at: Date;
}

/** What nobody gives back anything of yet, and is nothing given back. */
export const NEW_PAYMENT = { refundOf: null, refundedAmount: 0, note: null } as const;

const ADD = `
  INSERT INTO payment (id, reservation_id, hotel_id, method, amount, currency, taken_by, at, room_id, room_type_id, refund_of, note)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const COLUMNS = `
  payment.id, payment.reservation_id AS "reservationId", payment.hotel_id AS "hotelId", method, payment.amount::float8 AS amount, payment.currency, taken_by AS "takenBy", room_id AS "roomId",
  coalesce(payment.room_type_id, reservation.room_type_id) AS "roomTypeId", refund_of AS "refundOf", refunded_amount::float8 AS "refundedAmount", payment.note, at`;

/** Keeps what was paid. */
@Injectable()
export class PaymentStore {
  async add(tx: Transaction, payment: PaymentRow): Promise<void> {
    const { id, reservationId, hotelId, method, amount, currency, takenBy, at, roomId, roomTypeId, refundOf, note } = payment;
    await tx.query(ADD, [id, reservationId, hotelId, method, amount, currency, takenBy, at, roomId, roomTypeId, refundOf, note]);
  }

  async find(queryable: Queryable, reservationId: string, id: string): Promise<PaymentRow | undefined> {
    const [payment] = await queryable.query<PaymentRow>(
      `SELECT ${COLUMNS} FROM payment JOIN reservation ON reservation.id = reservation_id WHERE payment.id = $2 AND reservation_id = $1`, [reservationId, id]);
    return payment;
  }

  /** Counts so much of a payment as given back; false where so much is not left, whoever else is giving it back at this moment. */
  async giveBack(tx: Transaction, id: string, amount: number): Promise<boolean> {
    const given = await tx.query('UPDATE payment SET refunded_amount = refunded_amount + $2 WHERE id = $1 AND refunded_amount + $2 <= amount RETURNING id', [id, amount]);
    return given.length === 1;
  }
}
