import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';
import { transitionFor } from '../domain/lifecycle';
import type { Resource } from '../domain/resource';
import { BookingSteps, type StepBy } from './booking-steps';

/** Ends bookings in the name of a party that cannot keep them: each by the step the table gives that party. */
@Injectable()
export class TurnAway {
  constructor(private readonly steps: BookingSteps) {}

  /** The owner rejects a request, and cancels what was agreed or offered; what is under way runs its course. */
  async fromOwner(tx: Transaction, booking: Booking, resource: Resource, by: StepBy): Promise<void> {
    const transition = transitionFor(booking.status, 'reject', 'owner') ?? transitionFor(booking.status, 'cancel', 'owner');
    if (transition) await this.steps.take(tx, booking, transition, resource, by);
  }

  /** The renter withdraws, or declines what was offered. */
  async fromRenter(tx: Transaction, booking: Booking, resource: Resource, by: StepBy): Promise<void> {
    const transition = transitionFor(booking.status, 'cancel', 'renter') ?? transitionFor(booking.status, 'decline', 'renter');
    if (transition) await this.steps.take(tx, booking, transition, resource, by);
  }
}
