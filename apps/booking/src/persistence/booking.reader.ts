import type { BookableKind } from '@bookable/contracts-booking';
import { Injectable } from '@nestjs/common';
import { Database } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';
import type { Status } from '../domain/lifecycle';
import { bookingPage } from './booking-page';
import { BookingTable } from './booking.table';
import { BookingTransitionTable } from './booking-transition.table';

/** Which bookings of a user to list. */
export interface BookingFilter {
  readonly role?: 'renter' | 'owner';
  readonly status?: Status;
  readonly kind?: BookableKind;
  readonly resourceId?: string;
  readonly endsAfter?: Date;
  readonly startsBefore?: Date;
  /** The id of the last booking of the page before; ids grow with time. */
  readonly beforeId?: string;
  readonly limit: number;
}

const VIEW = `SELECT booking_view(booking)::text AS view FROM booking WHERE id = $1 AND $2 IN (renter_id, owner_id)`;

/** Answers questions about bookings, with JSON the database writes. */
@Injectable()
export class BookingReader {
  constructor(private readonly database: Database) {}

  /** The view of a booking for one of its parties; undefined for everybody else. */
  async view(id: string, userId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ view: string }>(VIEW, [id, userId], { name: 'booking-view' });
    return row?.view;
  }

  /** The booking itself, for use within the system. */
  async find(id: string): Promise<Booking | undefined> {
    return (await this.database.transaction((tx) => tx.manager.findOneBy(BookingTable, { id }))) ?? undefined;
  }

  /** A page of the bookings of a user, newest first, as a JSON array; `lastId` where there is more. */
  async page(userId: string, filter: BookingFilter): Promise<{ items: string; lastId: string | null }> {
    const { role, status, kind, resourceId, endsAfter, startsBefore, beforeId, limit } = filter;
    const { name, text } = bookingPage(role ?? 'both', status !== undefined);
    const params = [userId, status, resourceId, endsAfter, startsBefore, beforeId, limit, kind].map((value) => value ?? null);
    const [page] = await this.database.query<{ items: string; last_id: string | null }>(text, params, { name });
    return { items: page?.items ?? '[]', lastId: page?.last_id ?? null };
  }

  /** Every step of a booking, the first one first. */
  async history(id: string): Promise<BookingTransitionTable[]> {
    return this.database.transaction((tx) => tx.manager.find(BookingTransitionTable, { where: { bookingId: id }, order: { version: 'ASC' } }));
  }
}
