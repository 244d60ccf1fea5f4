import type { Period } from '@bookable/kernel';
import { Database, type Queryable, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** Of which reservation something is said, and the how manieth thing it is. */
export interface ReservationWord {
  readonly reservationId: string;
  readonly number: number;
}

/** The time a reservation shall have of a resource, and until when its room is cleaned after it. */
export interface WantedClaim extends ReservationWord {
  readonly resourceId: string;
  readonly during: Period;
  readonly cleanedAtMs: number;
}

/** What came of a claim. */
export type ClaimOutcome = 'claimed' | 'slot-taken' | 'late';

const LOCK_ALL = 'SELECT lock_resources($1::uuid[] || ARRAY(SELECT resource_id FROM claim WHERE id = ANY ($2::uuid[])))';

/** One of several was not to be had: what was claimed before it is undone. */
class NotAllClaimed extends Error {
  constructor(readonly outcome: Exclude<ClaimOutcome, 'claimed'>) {
    super(outcome);
  }
}

/** Keeps the time of hotels' reservations. */
@Injectable()
export class ReservationClaimStore {
  constructor(private readonly database: Database) {}

  /**
   * Makes each reservation's claim this time of this resource, and the time until it is clean another; where one of them is not
   * free, or something newer was said of it, nothing has changed. All resources are locked before the first is claimed, those
   * that are given up as well, so that nobody waits in a circle; behind those locks whoever has to be let go first is.
   */
  async claim(claims: readonly WantedClaim[], now: Date, letOthersFirst?: (tx: Transaction) => Promise<void>): Promise<ClaimOutcome> {
    const [only] = claims;
    if (claims.length === 1 && only && !letOthersFirst) return this.claimOne(this.database, only, now);
    return this.database.transaction(async (tx) => {
      await tx.query(LOCK_ALL, [claims.map(({ resourceId }) => resourceId), claims.map(({ reservationId }) => reservationId)], { name: 'lock-claimed-resources' });
      await letOthersFirst?.(tx);
      for (const claim of claims) {
        const outcome = await this.claimOne(tx, claim, now);
        if (outcome !== 'claimed') throw new NotAllClaimed(outcome);
      }
      return 'claimed' as const;
    }).catch((error: unknown) => {
      if (error instanceof NotAllClaimed) return error.outcome;
      throw error;
    });
  }

  private async claimOne(queryable: Queryable, { reservationId, number, resourceId, during: { fromMs, toMs }, cleanedAtMs }: WantedClaim, now: Date): Promise<ClaimOutcome> {
    const [row] = await queryable.query<{ outcome: ClaimOutcome }>('SELECT take_offer_or_claim($1, $2, $3, tstzrange($4, $5), $6, $7) AS outcome', [
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
