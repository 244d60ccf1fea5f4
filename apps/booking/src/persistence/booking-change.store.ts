import { Injectable } from '@nestjs/common';
import type { Period } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';
import type { TermsChange } from '../domain/booking-terms';
import type { ClaimNeed } from '../domain/claim-need';
import type { ChangeAction } from '../domain/lifecycle';
import type { TimeNeed } from '../domain/time-need';
import { claimRow } from './claim-row';

/** One step of the history of a booking's terms. */
export interface TermsStep {
  readonly action: ChangeAction;
  readonly actorId: string | null;
  readonly change?: TermsChange;
  readonly now: Date;
}

interface ClaimedRow {
  readonly resource_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly quantity: number;
}

const CLAIMED = `
  SELECT resource_id, lower(during) AS starts_at, upper(during) AS ends_at, quantity FROM claim WHERE id = $1
  UNION ALL SELECT resource_id, lower(during), upper(during), quantity FROM claim WHERE booking_id = $1 AND booking_id <> id`;
const WRITE_TERMS = `
  WITH changed AS (
    UPDATE booking
    SET stay_from = $2, stay_to = $3, starts_at = $4, ends_at = $5, quantity = $6, options = $7, quote = $8, total_amount = $9, currency = $10,
        expires_at = $11, proposed_change = $12, proposal_expires_at = $13, proposal_claim_ids = $14, updated_at = $15, version = version + 1
    WHERE id = $1 RETURNING id, version, status
  )
  INSERT INTO booking_transition (booking_id, version, action, from_status, to_status, actor_id, at, change)
  SELECT id, version, $16, status, status, $17, $15, $18 FROM changed`;
const OVERLAPPING_OWN = `
  SELECT 1 FROM booking
  WHERE resource_id = $1 AND renter_id = $2 AND id <> $3 AND status IN ('pending', 'invited', 'confirmed', 'in_progress')
    AND starts_at < $5 AND $4 < ends_at AND (expires_at IS NULL OR expires_at > $6)`;

/** Changes the terms of bookings whose locks are held, and swaps the claims that go with them. */
@Injectable()
export class BookingChangeStore {
  constructor(private readonly database: Database) {}

  /** Everything a booking has claimed. */
  async claimed(tx: Transaction, bookingId: string): Promise<TimeNeed[]> {
    const rows = await tx.query<ClaimedRow>(CLAIMED, [bookingId]);
    return rows.map(({ resource_id, starts_at, ends_at, quantity }) => ({
      resourceId: resource_id, during: { fromMs: starts_at.getTime(), toMs: ends_at.getTime() }, quantity,
    }));
  }

  /** Gives back all that a booking has claimed and takes this instead, the first one as its main claim; false where it is not free, and then nothing has changed. */
  async swapClaims(tx: Transaction, bookingId: string, needs: readonly ClaimNeed[], expiresAt: Date | null, now: Date): Promise<boolean> {
    const rows = needs.map((need, index) => claimRow(need, index === 0 ? bookingId : undefined));
    return this.taken(tx, 'SELECT swap_claims($1, $2, $3, $4) AS outcome', [bookingId, JSON.stringify(rows), expiresAt, now]);
  }

  /** Takes this beside what a booking has claimed; says under which ids, or nothing where it is not free. */
  async claimFurther(tx: Transaction, bookingId: string, needs: readonly ClaimNeed[], expiresAt: Date, now: Date): Promise<string[] | undefined> {
    const rows = needs.map((need) => claimRow(need));
    const isTaken = await this.taken(tx, 'SELECT take_further_claims($1, $2, $3, $4) AS outcome', [bookingId, JSON.stringify(rows), expiresAt, now]);
    return isTaken ? rows.map(({ id }) => id) : undefined;
  }

  /** Gives back what a proposed change has claimed. */
  async forgetProposedClaims(tx: Transaction, bookingId: string, now: Date): Promise<void> {
    await tx.query('SELECT forget_claims(proposal_claim_ids, $2) FROM booking WHERE id = $1', [bookingId, now]);
  }

  /** Whether the renter has another open booking of the same resource at that time. */
  async overlapsAnotherOfTheRenter(tx: Transaction, { id, resourceId, renterId }: Booking, { fromMs, toMs }: Period, now: Date): Promise<boolean> {
    const rows = await tx.query(OVERLAPPING_OWN, [resourceId, renterId, id, new Date(fromMs), new Date(toMs), now]);
    return rows.length > 0;
  }

  /** Writes a booking under terms or with a proposal that are others from now on, and the step in its history. */
  async write(tx: Transaction, booking: Booking, { action, actorId, change, now }: TermsStep, proposalClaimIds: readonly string[] = []): Promise<Booking> {
    const { proposedChange, quote } = booking;
    await tx.query(WRITE_TERMS, [
      booking.id, booking.from, booking.to, booking.startsAt, booking.endsAt, booking.quantity, booking.options, quote, quote.total.amount, quote.total.currency,
      booking.expiresAt, proposedChange, proposedChange?.expiresAt ?? null, proposalClaimIds, now, action, actorId, change ?? null,
    ]);
    return { ...booking, updatedAt: now, version: booking.version + 1 };
  }

  /** The last step of a booking: what it was, and who took it. */
  async lastStep(tx: Transaction, { id, version }: Booking): Promise<{ readonly action: string; readonly actorId: string | null } | undefined> {
    const [row] = await tx.query<{ action: string; actor_id: string | null }>('SELECT action, actor_id FROM booking_transition WHERE booking_id = $1 AND version = $2', [id, version]);
    return row && { action: row.action, actorId: row.actor_id };
  }

  /** Bookings whose proposed change nobody has answered in time; nothing is locked. */
  async withProposalRunOut(now: Date, atMost: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('SELECT id FROM booking WHERE proposal_expires_at <= $1 ORDER BY proposal_expires_at LIMIT $2', [now, atMost], { name: 'proposals-run-out' });
    return rows.map(({ id }) => id);
  }

  private async taken(tx: Transaction, sql: string, params: readonly unknown[]): Promise<boolean> {
    const [row] = await tx.query<{ outcome: string }>(sql, params);
    return row?.outcome === 'placed';
  }
}
