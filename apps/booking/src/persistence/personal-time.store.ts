import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';

const CLASH = `SELECT clash_of(renter_id, personal_time_of(booking), resource_id) AS other_id FROM booking WHERE id = $1`;

const GONE_TO = 'SELECT resource_id FROM personal_time WHERE user_id = $1 AND during && tstzrange($2, $3) AND resource_id <> $4 LIMIT 1';

/** Knows at which events people are: those they host, and those they go to. */
@Injectable()
export class PersonalTimeStore {
  constructor(private readonly database: Database) {}

  /** An event of somebody else that a person has agreed to go to at a time; nothing is locked. */
  async eventGoneTo(userId: string, from: Date, to: Date, askedResourceId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ resource_id: string }>(GONE_TO, [userId, from, to, askedResourceId], { name: 'event-gone-to' });
    return row?.resource_id;
  }

  /**
   * The event that keeps the renter of a booking from another one at the same time; undefined where they are free, and
   * then nobody but this transaction can take their time until it ends. The lock of the booking is held.
   */
  async clashOf(tx: Transaction, { id, renterId }: Booking): Promise<string | undefined> {
    await tx.query('SELECT lock_people(ARRAY[$1::uuid])', [renterId], { name: 'lock-people' });
    const [row] = await tx.query<{ other_id: string | null }>(CLASH, [id], { name: 'clash-of' });
    return row?.other_id ?? undefined;
  }
}
