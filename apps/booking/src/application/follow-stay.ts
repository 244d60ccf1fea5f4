import type { FollowStayRequest, StayStatus } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { partyOf } from '../domain/booking';
import { type Action, transitionFor } from '../domain/lifecycle';
import { BookingStore } from '../persistence/booking.store';
import { ResourceStore } from '../persistence/resource.store';
import { BookingSteps } from './booking-steps';

/** The steps that lead to where a stay stands. */
const STEPS_TO: Readonly<Record<StayStatus, readonly Action[]>> = {
  in_progress: ['start'],
  completed: ['start', 'complete'],
  cancelled: ['cancel'],
  no_show: ['no-show'],
};

/** Brings the booking of a room to where the hotel says its stay stands; steps that it has behind it, or that are too late, are left out. */
@Injectable()
export class FollowStay {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingStore,
    private readonly resources: ResourceStore,
    private readonly steps: BookingSteps,
    private readonly clock: Clock,
  ) {}

  async execute({ bookingId, status, actorId, reason }: FollowStayRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      let booking = await this.bookings.lock(tx, bookingId);
      const resource = booking && (await this.resources.readWithin(tx, [booking.resourceId])).get(booking.resourceId);
      if (!booking || !resource || booking.kind !== 'room') throw new DomainError(NotFound);
      // Whoever works at the desk stands for the owner.
      const party = partyOf(booking, actorId) === 'renter' && status === 'cancelled' ? 'renter' : 'owner';
      for (const action of STEPS_TO[status]) {
        const transition = transitionFor(booking.status, action, party);
        if (transition) booking = await this.steps.take(tx, booking, transition, resource, { actorId, reason, now: this.clock.now() });
      }
    });
  }
}
