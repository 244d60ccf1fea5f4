import { Injectable } from '@nestjs/common';
import { AlreadyRequested, SlotTaken } from '@bookable/contracts-booking';
import { DomainError, type Period } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { type Booking, holdsItsTime, timeOf } from '../domain/booking';
import { type BookingTerms, type ProposedChange, proposalExpiry, termsOf } from '../domain/booking-terms';
import type { ClaimNeed } from '../domain/claim-need';
import type { ChangeStep } from '../domain/lifecycle';
import { lastUseMs } from '../domain/request-expiry';
import type { Resource } from '../domain/resource';
import { needBeyond } from '../domain/time-need';
import { BookingChangeStore } from '../persistence/booking-change.store';
import { type ToldResource, bookingEvent, bookingFacts } from './booking-messages';
import type { StepBy } from './booking-steps';

/** What a stay shall be, with its price. */
export interface ChangedStay {
  readonly during: Period;
  readonly terms: BookingTerms;
  /** All the time it would take, its own first. */
  readonly claims: readonly ClaimNeed[];
}

/**
 * Takes one step in the terms of a booking whose lock is held: the row, its history, its claims and its event, in one
 * transaction. There is no moment at which a booking holds less than its time.
 */
@Injectable()
export class BookingChanges {
  constructor(private readonly changes: BookingChangeStore) {}

  /** The booking is under these terms from now on. */
  async make(tx: Transaction, booking: Booking, { during, terms, claims }: ChangedStay, resource: Resource, step: ChangeStep, by: StepBy): Promise<Booking> {
    await this.refuseOverlap(tx, booking, during, by.now);
    const expiresAt = booking.expiresAt && new Date(Math.min(booking.expiresAt.getTime(), lastUseMs(during, by.now.getTime())));
    if (holdsItsTime(booking)) {
      const isFree = await this.changes.swapClaims(tx, booking.id, claims, expiresAt, by.now);
      if (!isFree) throw new DomainError(SlotTaken);
    }
    const { from, to, quantity, options = null, quote } = terms;
    const after: Booking = { ...booking, from, to, quantity, options, quote, expiresAt, startsAt: new Date(during.fromMs), endsAt: new Date(during.toMs), proposedChange: null };
    return this.write(tx, after, resource, step, by, { before: termsOf(booking, booking.quote), after: terms });
  }

  /** The other party is asked, and the time that would be needed beside what the booking has is kept until they answer. */
  async propose(tx: Transaction, booking: Booking, { during, terms, claims }: ChangedStay, resource: Resource, step: ChangeStep, by: StepBy & { readonly actorId: string }): Promise<Booking> {
    await this.refuseOverlap(tx, booking, during, by.now);
    await this.changes.forgetProposedClaims(tx, booking.id, by.now);
    const expiresAt = new Date(proposalExpiry(timeOf(booking), during, by.now.getTime()));
    const claimIds = await this.keepFurther(tx, booking, claims, expiresAt, by.now);
    const proposedChange: ProposedChange = {
      ...terms, startsAt: new Date(during.fromMs).toISOString(), endsAt: new Date(during.toMs).toISOString(), proposedBy: by.actorId, expiresAt: expiresAt.toISOString(),
    };
    return this.write(tx, { ...booking, proposedChange }, resource, step, by, { before: termsOf(booking, booking.quote), after: terms }, claimIds);
  }

  /** The proposed change is off, and what it kept is free. */
  async drop(tx: Transaction, booking: Booking, resource: ToldResource, step: ChangeStep, by: StepBy): Promise<Booking> {
    await this.changes.forgetProposedClaims(tx, booking.id, by.now);
    return this.write(tx, { ...booking, proposedChange: null }, resource, step, by);
  }

  private async keepFurther(tx: Transaction, booking: Booking, wanted: readonly ClaimNeed[], expiresAt: Date, now: Date): Promise<string[]> {
    if (!holdsItsTime(booking)) return [];
    const revisions = new Map(wanted.map(({ resourceId, revision }) => [resourceId, revision]));
    const missing = needBeyond(await this.changes.claimed(tx, booking.id), wanted);
    const needs = missing.map((need): ClaimNeed => ({ ...need, kind: 'booking', revision: revisions.get(need.resourceId)! }));
    const claimIds = await this.changes.claimFurther(tx, booking.id, needs, expiresAt, now);
    if (!claimIds) throw new DomainError(SlotTaken);
    return claimIds;
  }

  private async refuseOverlap(tx: Transaction, booking: Booking, during: Period, now: Date): Promise<void> {
    if (await this.changes.overlapsAnotherOfTheRenter(tx, booking, during, now)) throw new DomainError(AlreadyRequested);
  }

  private async write(
    tx: Transaction, booking: Booking, resource: ToldResource, { action, event }: ChangeStep, { actorId, now }: StepBy,
    change?: { before: BookingTerms; after: BookingTerms }, claimIds?: readonly string[],
  ): Promise<Booking> {
    const written = await this.changes.write(tx, booking, { action, actorId, change, now }, claimIds);
    tx.publish(bookingEvent(event), bookingFacts(written, resource, undefined, { action, actorId }));
    return written;
  }
}
