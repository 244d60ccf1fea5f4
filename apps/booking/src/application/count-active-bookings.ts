import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { BookingCensusReader, type BookingCount } from '../persistence/booking-census.reader';

/** Who watches asks every few seconds, of every replica; a count over all open bookings is worth no more than this. */
const KEPT_MS = 60_000;

/** How many bookings are active, by kind and status, as of a minute ago at most. */
@Injectable()
export class CountActiveBookings {
  private counted?: { readonly atMs: number; readonly counts: Promise<readonly BookingCount[]> };

  constructor(
    private readonly census: BookingCensusReader,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<readonly BookingCount[]> {
    const nowMs = this.clock.now().getTime();
    if (!this.counted || nowMs - this.counted.atMs >= KEPT_MS) this.counted = { atMs: nowMs, counts: this.census.countOpen() };
    const { counts } = this.counted;
    try {
      return await counts;
    } catch (error) {
      // A count that failed is worth nothing for a minute.
      if (this.counted?.counts === counts) this.counted = undefined;
      throw error;
    }
  }
}
