import type { Transaction } from '@bookable/platform-database';
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
  readonly at: Date;
}

/** Keeps what was paid. */
@Injectable()
export class PaymentStore {
  async add(tx: Transaction, { id, reservationId, hotelId, method, amount, currency, takenBy, at, roomId, roomTypeId }: PaymentRow): Promise<void> {
    await tx.query('INSERT INTO payment (id, reservation_id, hotel_id, method, amount, currency, taken_by, at, room_id, room_type_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      id, reservationId, hotelId, method, amount, currency, takenBy, at, roomId, roomTypeId,
    ]);
  }
}
