import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';
import type { Doubt } from '../domain/doubt';
import type { ChangeAction } from '../domain/lifecycle';

const UNTOLD = `
  SELECT booking.id FROM personal_time JOIN booking ON booking.id = personal_time.booking_id
  WHERE personal_time.is_in_doubt AND booking.doubt IS NULL AND booking.status = 'confirmed'
  UNION ALL
  SELECT booking.id FROM booking JOIN personal_time ON personal_time.booking_id = booking.id
  WHERE booking.doubt IS NOT NULL AND NOT personal_time.is_in_doubt AND booking.status = 'confirmed'
  LIMIT $1`;
const WRITE = `
  WITH changed AS (
    UPDATE booking SET doubt = $2, updated_at = $3, version = version + 1 WHERE id = $1 RETURNING id, version, status
  )
  INSERT INTO booking_transition (booking_id, version, action, from_status, to_status, actor_id, at)
  SELECT id, version, $4, status, status, $5, $3 FROM changed`;

/** Keeps which bookings are in doubt, because the event was moved onto other plans of the guest. */
@Injectable()
export class DoubtStore {
  constructor(private readonly database: Database) {}

  /** Bookings that do not say yet what the time of their guest says; nothing is locked. */
  async untold(atMost: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(UNTOLD, [atMost], { name: 'untold-doubts' });
    return rows.map(({ id }) => id);
  }

  /** Whether the time of the guest is in doubt; undefined where the booking takes none. The lock of the booking is held. */
  async isInDoubt(tx: Transaction, bookingId: string): Promise<boolean | undefined> {
    const [row] = await tx.query<{ is_in_doubt: boolean }>('SELECT is_in_doubt FROM personal_time WHERE booking_id = $1', [bookingId]);
    return row?.is_in_doubt;
  }

  /** The guest is sure again; whoever calls has seen behind the lock of the person that they are free. */
  async settle(tx: Transaction, bookingId: string): Promise<void> {
    await tx.query('UPDATE personal_time SET is_in_doubt = false WHERE booking_id = $1', [bookingId]);
  }

  /** Writes into a booking whose lock is held why it is in doubt, if it is, and the step in its history. */
  async write(tx: Transaction, booking: Booking, doubt: Doubt | null, action: ChangeAction, actorId: string | null, now: Date): Promise<Booking> {
    await tx.query(WRITE, [booking.id, doubt, now, action, actorId]);
    return { ...booking, doubt, updatedAt: now, version: booking.version + 1 };
  }
}
