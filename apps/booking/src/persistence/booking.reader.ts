import { Injectable } from '@nestjs/common';
import { Database } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';
import type { Status } from '../domain/lifecycle';
import { BookingTable } from './booking.table';
import { BookingTransitionTable } from './booking-transition.table';

/** Which bookings of a user to list. */
export interface BookingFilter {
  readonly role?: 'renter' | 'owner';
  readonly status?: Status;
  readonly resourceId?: string;
  readonly endsAfter?: Date;
  readonly startsBefore?: Date;
  /** The id of the last booking of the page before; ids grow with time. */
  readonly beforeId?: string;
  readonly limit: number;
}

// Both sides have an index of their own in the order of the list; each is read as far as the page needs.
const SIDE = (column: string): string => `
  SELECT booking FROM booking
  WHERE ${column} = $1 AND ($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR resource_id = $3)
    AND ($4::timestamptz IS NULL OR ends_at > $4) AND ($5::timestamptz IS NULL OR starts_at < $5) AND ($6::uuid IS NULL OR id < $6)
  ORDER BY id DESC LIMIT $7 + 1`;
const SIDES = { renter: SIDE('renter_id'), owner: SIDE('owner_id') } as const;
const PAGE = (rows: string): string => `
  WITH found AS (SELECT (booking).id, booking FROM (${rows}) AS side ORDER BY (booking).id DESC LIMIT $7 + 1),
       shown AS (SELECT * FROM found ORDER BY id DESC LIMIT $7)
  SELECT coalesce(json_agg(booking_view(booking) ORDER BY id DESC), '[]')::text AS items,
         CASE WHEN (SELECT count(*) FROM found) > $7 THEN (SELECT id FROM shown ORDER BY id LIMIT 1) END AS last_id
  FROM shown`;
const PAGES = { renter: PAGE(SIDES.renter), owner: PAGE(SIDES.owner), both: PAGE(`(${SIDES.renter}) UNION ALL (${SIDES.owner})`) } as const;

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
    const { role, status, resourceId, endsAfter, startsBefore, beforeId, limit } = filter;
    const params = [userId, status, resourceId, endsAfter, startsBefore, beforeId, limit].map((value) => value ?? null);
    const [page] = await this.database.query<{ items: string; last_id: string | null }>(PAGES[role ?? 'both'], params, { name: `bookings-of-${role ?? 'both'}` });
    return { items: page?.items ?? '[]', lastId: page?.last_id ?? null };
  }

  /** Every step of a booking, the first one first. */
  async history(id: string): Promise<BookingTransitionTable[]> {
    return this.database.transaction((tx) => tx.manager.find(BookingTransitionTable, { where: { bookingId: id }, order: { version: 'ASC' } }));
  }
}
