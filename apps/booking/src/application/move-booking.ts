import { Injectable } from '@nestjs/common';
import { type BookingView, NotYourBooking, TooEarly } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { answerComesTooLate, holdsItsTime, isTooEarlyToMissAnybody, stepWasTakenBefore } from '../domain/booking';
import { type Action, type Transition, actionBelongsTo, transitionFor } from '../domain/lifecycle';
import { bookingView } from './booking-messages';
import { BookingSteps } from './booking-steps';
import { callerOf } from './caller';
import { OpenBooking, type OpenedBooking, wrongStatus } from './open-booking';
import { ServeWaitlist } from './serve-waitlist';

/** What is asked of a booking. */
export interface Step {
  readonly bookingId: string;
  readonly reason?: string;
}

/**
 * Moves a booking on, as the table of transitions allows. To strangers it does not exist; a party without the right is
 * told so; the same step of the same person again changes nothing and answers the same. Of two steps at once one is
 * taken, and the other sees the status it left.
 */
@Injectable()
export class MoveBooking {
  constructor(
    private readonly database: Database,
    private readonly open: OpenBooking,
    private readonly steps: BookingSteps,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
  ) {}

  async execute(action: Action, { bookingId, reason }: Step, context: MessageContext): Promise<BookingView> {
    const userId = callerOf(context);
    return this.database.transaction(async (tx) => {
      const opened = await this.open.forParty(tx, bookingId, userId);
      const { booking, party, resource } = opened;
      if (!actionBelongsTo(action, party)) throw new DomainError(NotYourBooking);
      if (stepWasTakenBefore(booking, action, userId)) return bookingView(booking);
      const by = { actorId: userId, reason, now: this.clock.now() };
      const transition = this.allowed(opened, action, by.now.getTime());
      // A request for an event takes its seats only now: who stood in line before it was made comes first.
      if (action === 'confirm' && !holdsItsTime(booking)) await this.line.serveEarlier(tx, resource, booking.createdAt, by.now);
      return bookingView(await this.steps.take(tx, booking, transition, resource, by));
    });
  }

  private allowed({ booking, party }: OpenedBooking, action: Action, nowMs: number): Transition {
    if (answerComesTooLate(booking, action, nowMs)) throw wrongStatus('expired');
    const transition = transitionFor(booking.status, action, party);
    if (!transition) throw wrongStatus(booking.status);
    if (isTooEarlyToMissAnybody(booking, action, nowMs)) throw new DomainError(TooEarly);
    return transition;
  }
}
