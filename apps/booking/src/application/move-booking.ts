import { Injectable } from '@nestjs/common';
import { type BookingView, NotYourBooking, TooEarly, WrongStatus } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { type Booking, answerComesTooLate, isTooEarlyToMissAnybody, partyOf, stepWasTakenBefore } from '../domain/booking';
import { type Action, type Status, type Transition, actionBelongsTo, transitionFor } from '../domain/lifecycle';
import { BookingStore } from '../persistence/booking.store';
import { ResourceStore } from '../persistence/resource.store';
import { bookingView } from './booking-messages';
import { BookingSteps } from './booking-steps';
import { callerOf } from './caller';

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
    private readonly bookings: BookingStore,
    private readonly resources: ResourceStore,
    private readonly steps: BookingSteps,
    private readonly clock: Clock,
  ) {}

  async execute(action: Action, { bookingId, reason }: Step, context: MessageContext): Promise<BookingView> {
    const userId = callerOf(context);
    return this.database.transaction(async (tx) => {
      const booking = await this.bookings.lock(tx, bookingId);
      const party = booking && partyOf(booking, userId);
      if (!booking || !party) throw new DomainError(NotFound, 'There is no such booking.');
      if (!actionBelongsTo(action, party)) throw new DomainError(NotYourBooking);
      if (stepWasTakenBefore(booking, action, userId)) return bookingView(booking);
      return bookingView(await this.take(tx, booking, action, party, { actorId: userId, reason, now: this.clock.now() }));
    });
  }

  private async take(tx: Transaction, booking: Booking, action: Action, party: 'renter' | 'owner', by: { actorId: string; reason?: string; now: Date }): Promise<Booking> {
    const transition = this.allowed(booking, action, party, by.now.getTime());
    const resource = (await this.resources.readWithin(tx, [booking.resourceId])).get(booking.resourceId);
    if (!resource) throw new Error('A booking without its resource.');
    return this.steps.take(tx, booking, transition, resource, by);
  }

  private allowed(booking: Booking, action: Action, party: 'renter' | 'owner', nowMs: number): Transition {
    if (answerComesTooLate(booking, action, nowMs)) throw wrongStatus('expired');
    const transition = transitionFor(booking.status, action, party);
    if (!transition) throw wrongStatus(booking.status);
    if (isTooEarlyToMissAnybody(booking, action, nowMs)) throw new DomainError(TooEarly);
    return transition;
  }
}

function wrongStatus(status: Status): DomainError {
  return new DomainError(WrongStatus, `The booking is ${status.replace('_', ' ')}.`, { bookingStatus: status });
}
