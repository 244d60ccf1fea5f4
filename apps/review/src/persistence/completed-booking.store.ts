import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';
import type { CompletedBooking } from '../domain/review-subject';

const COLUMNS = 'booking_id AS "bookingId", listing_id AS "listingId", renter_id AS "renterId", owner_id AS "ownerId", completed_at AS "completedAt", is_of_event AS "isOfEvent"';

/** Which stays have ended and may be reviewed, as booking told us. */
@Injectable()
export class CompletedBookingStore {
  async keep(tx: Queryable, booking: CompletedBooking): Promise<void> {
    await tx.query(
      `INSERT INTO completed_booking (booking_id, listing_id, renter_id, owner_id, completed_at, is_of_event)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (booking_id) DO NOTHING`,
      [booking.bookingId, booking.listingId, booking.renterId, booking.ownerId, booking.completedAt, booking.isOfEvent],
    );
  }

  async isKnown(queryable: Queryable, bookingId: string): Promise<boolean> {
    const [row] = await queryable.query<{ known: boolean }>('SELECT EXISTS (SELECT FROM completed_booking WHERE booking_id = $1) AS known', [bookingId]);
    return row!.known;
  }

  /** Locks the booking, so that two sides writing at once each see what the other wrote. */
  async lock(tx: Transaction, bookingId: string): Promise<CompletedBooking | undefined> {
    const [booking] = await tx.query<CompletedBooking>(`SELECT ${COLUMNS} FROM completed_booking WHERE booking_id = $1 FOR UPDATE`, [bookingId]);
    return booking;
  }

  /** Locks some bookings whose blind period is over while a review of them is still unseen; other replicas skip these. */
  async lockThoseDue(tx: Transaction, completedUntil: Date, limit: number): Promise<CompletedBooking[]> {
    return tx.query<CompletedBooking>(
      `SELECT ${COLUMNS} FROM completed_booking
       WHERE completed_at <= $1
         AND EXISTS (SELECT FROM review WHERE review.booking_id = completed_booking.booking_id AND published_at IS NULL AND deleted_at IS NULL)
       ORDER BY completed_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [completedUntil, limit],
    );
  }
}
