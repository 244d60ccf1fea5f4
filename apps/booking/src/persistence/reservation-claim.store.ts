import type { Period } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** Of which reservation something is said, and the how manieth thing it is. */
export interface ReservationWord {
  readonly reservationId: string;
  readonly number: number;
}

/** What came of a claim. */
export type ClaimOutcome = 'claimed' | 'slot-taken' | 'late';

/** Keeps the time of hotels' reservations. */
@Injectable()
export class ReservationClaimStore {
  constructor(private readonly database: Database) {}

  /** Makes a reservation's claim this time of this resource, and the time until it is clean another; where that is not free, or something newer was said of it, nothing has changed. */
  async claim({ reservationId, number }: ReservationWord, resourceId: string, { fromMs, toMs }: Period, cleanedAtMs: number, now: Date): Promise<ClaimOutcome> {
    const [row] = await this.database.query<{ outcome: ClaimOutcome }>('SELECT claim_reservation($1, $2, $3, tstzrange($4, $5), $6, $7) AS outcome', [
      reservationId, number, resourceId, new Date(fromMs), new Date(toMs), new Date(cleanedAtMs), now,
    ], { name: 'claim-reservation' });
    return row!.outcome;
  }

  /** Whether a hotel has given its word for time of a resource that is not over. */
  async isAhead(tx: Transaction, resourceId: string, now: Date): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM claim WHERE resource_id = $1 AND kind = 'reservation' AND upper(during) > $2 LIMIT 1`, [resourceId, now]);
    return rows.length > 0;
  }

  /** Gives back what a reservation has claimed, if anything, and if nothing newer was said of it. */
  async release({ reservationId, number }: ReservationWord, now: Date): Promise<void> {
    await this.database.query('SELECT release_reservation($1, $2, $3)', [reservationId, number, now], { name: 'release-reservation' });
  }
}
