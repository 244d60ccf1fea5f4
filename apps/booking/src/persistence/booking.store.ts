import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@bookable/platform-database';
import { In } from 'typeorm';
import type { Booking } from '../domain/booking';
import type { Cancellation } from '../domain/cancellation';
import type { Transition } from '../domain/lifecycle';
import { BookingTable } from './booking.table';

const KEEP_CANCELLATION = `
  WITH step AS (UPDATE booking_transition SET cancellation = $3 WHERE booking_id = $1 AND version = $2)
  UPDATE booking SET cancellation = $3 WHERE id = $1`;

/** Moves bookings on, each behind its lock. */
@Injectable()
export class BookingStore {
  constructor(private readonly database: Database) {}

  /** Locks a booking and its resource until the end of the transaction, and reads it as it is then. */
  async lock(tx: Transaction, id: string): Promise<Booking | undefined> {
    await tx.query('SELECT lock_booking($1)', [id], { name: 'lock-booking' });
    return (await tx.manager.findOneBy(BookingTable, { id })) ?? undefined;
  }

  /** Bookings that time itself moves on now, up to so many of each kind of step; nothing is locked. */
  async due(now: Date, atMost: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('SELECT due_bookings AS id FROM due_bookings($1, $2)', [now, atMost], { name: 'due-bookings' });
    return rows.map(({ id }) => id);
  }

  /** Locks those of the given bookings that are due still; what another replica holds is left to it. */
  async lockDue(tx: Transaction, ids: readonly string[], now: Date): Promise<Booking[]> {
    const rows = await tx.query<{ id: string }>('SELECT lock_due_bookings AS id FROM lock_due_bookings($1, $2)', [ids, now]);
    return rows.length === 0 ? [] : tx.manager.findBy(BookingTable, { id: In(rows.map(({ id }) => id)) });
  }

  /** Writes one step and its row of history; undefined where places had to be taken and are not free. */
  async move(tx: Transaction, booking: Booking, { action, to, claim }: Transition, actorId: string | null, reason: string | null, now: Date): Promise<Booking | undefined> {
    const [moved] = await tx.query<{ moved: boolean }>('SELECT move_booking($1, $2, $3, $4, $5, $6, $7) AS moved', [
      booking.id, action, to, claim, actorId, reason, now,
    ]);
    if (!moved?.moved) return undefined;
    return {
      ...booking,
      status: to,
      reason: reason ?? booking.reason,
      lastAction: action,
      lastActorId: actorId,
      updatedAt: now,
      expiresAt: null,
      proposedChange: null,
      version: booking.version + 1,
    };
  }

  /** Writes what a cancellation has come to into the booking and into the step that was just taken. */
  async keepCancellation(tx: Transaction, { id, version }: Booking, cancellation: Cancellation): Promise<void> {
    await tx.query(KEEP_CANCELLATION, [id, version, JSON.stringify(cancellation)]);
  }

  /** Locks the open bookings of a resource whose lock is held, those that have it beside included, and reads them. */
  async lockOpen(tx: Transaction, resourceId: string): Promise<Booking[]> {
    const rows = await tx.query<{ id: string }>('SELECT DISTINCT booking_id AS id FROM claim WHERE resource_id = $1 AND booking_id <> id', [resourceId]);
    const isOpen = { status: In(['pending', 'invited', 'confirmed', 'in_progress']) };
    return tx.manager.find(BookingTable, {
      where: [{ resourceId, ...isOpen }, { id: In(rows.map(({ id }) => id)), ...isOpen }],
      lock: { mode: 'pessimistic_write' },
      order: { id: 'ASC' },
    });
  }

  /** The resources of which a user has open bookings as a renter; nothing is locked. */
  async resourcesRentedBy(tx: Transaction, renterId: string): Promise<string[]> {
    const rows = await tx.query<{ resource_id: string }>(
      `SELECT DISTINCT resource_id FROM booking WHERE renter_id = $1 AND status IN ('pending', 'invited', 'confirmed')`,
      [renterId],
    );
    return rows.map(({ resource_id }) => resource_id);
  }
}
