import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { Status } from '../domain/lifecycle';
import type { ListingKind } from '../domain/resource';

/** How many bookings of one kind are in one status. */
export interface BookingCount {
  readonly kind: ListingKind;
  readonly status: Status;
  readonly count: number;
}

/** The statuses are spelt out as the index `booking_open` has them, or it would not be used. */
const COUNT_OPEN = `
  SELECT kind, status, count(*)::integer AS count FROM booking
  WHERE status = ANY (ARRAY['pending', 'invited', 'confirmed', 'in_progress']) GROUP BY kind, status`;

/** Counts bookings. */
@Injectable()
export class BookingCensusReader {
  constructor(private readonly database: Database) {}

  /** The bookings that are still to take place or do so now; a kind and status without any is left out. */
  countOpen(): Promise<BookingCount[]> {
    return this.database.query<BookingCount>(COUNT_OPEN, [], { name: 'count-open-bookings' });
  }
}
