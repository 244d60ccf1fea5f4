import { Injectable } from '@nestjs/common';
import { type BookingView, NoChangeProposed, NotYourBooking, type TransitionRequest } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { type Booking, waitedTooLong } from '../domain/booking';
import { openProposal, termsOf } from '../domain/booking-terms';
import { BookingChangeStore } from '../persistence/booking-change.store';
import { BookingChanges } from './booking-changes';
import { bookingView } from './booking-messages';
import { callerOf } from './caller';
import { claimsTogether } from './price-together';
import { type OpenedBooking, OpenBooking, allowedChange } from './open-booking';
import { unlessRefused } from './refuse';

type Answer = 'accept-change' | 'reject-change' | 'withdraw-change';

/** Ends a proposed change: the other party accepts or rejects it, or who has proposed it withdraws it. The same answer of the same person again answers the same. */
@Injectable()
export class AnswerChange {
  constructor(
    private readonly database: Database,
    private readonly open: OpenBooking,
    private readonly store: BookingChangeStore,
    private readonly changes: BookingChanges,
    private readonly clock: Clock,
  ) {}

  execute(answer: Answer, { bookingId }: TransitionRequest, context: MessageContext): Promise<BookingView> {
    const actorId = callerOf(context);
    return this.database.transaction(async (tx) => bookingView(await this.answer(tx, await this.open.forParty(tx, bookingId, actorId), answer, actorId)));
  }

  private async answer(tx: Transaction, opened: OpenedBooking, action: Answer, actorId: string): Promise<Booking> {
    const { booking, resource, beside } = opened;
    const now = this.clock.now();
    const proposedChange = openProposal(booking, now.getTime());
    if (!proposedChange) return this.answeredBefore(tx, opened, action, actorId, now);
    refuseUnlessTheirs(action, proposedChange.proposedBy === actorId);
    const step = allowedChange(opened, action, now.getTime());
    if (action !== 'accept-change') return this.changes.drop(tx, booking, resource, step, { actorId, now });
    const during = { fromMs: Date.parse(proposedChange.startsAt), toMs: Date.parse(proposedChange.endsAt) };
    const claims = unlessRefused(claimsTogether(resource, { during, quantity: proposedChange.quantity }, proposedChange, beside));
    return this.changes.make(tx, booking, { during, terms: termsOf(proposedChange, proposedChange.quote), claims }, resource, step, { actorId, now });
  }

  private async answeredBefore(tx: Transaction, { booking }: OpenedBooking, action: Answer, actorId: string, now: Date): Promise<Booking> {
    const last = await this.store.lastStep(tx, booking);
    if (waitedTooLong(booking, now.getTime()) || last?.action !== action || last.actorId !== actorId) throw new DomainError(NoChangeProposed);
    return booking;
  }
}

function refuseUnlessTheirs(action: Answer, isOwnProposal: boolean): void {
  if (isOwnProposal === (action === 'withdraw-change')) return;
  throw new DomainError(NotYourBooking, isOwnProposal ? 'This change is for the other side to answer.' : 'Only who has proposed a change withdraws it.');
}
