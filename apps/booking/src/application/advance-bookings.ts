import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { type Action, type Status, transitionFor } from '../domain/lifecycle';
import { BookingStore } from '../persistence/booking.store';
import { ResourceStore } from '../persistence/resource.store';
import { BookingSteps } from './booking-steps';

const AT_ONCE = 100;

/** What time does to a booking, by where it stands. */
const DUE_ACTION: Readonly<Partial<Record<Status, Action>>> = { pending: 'expire', invited: 'expire', confirmed: 'start', in_progress: 'complete' };

/**
 * Moves on what time itself moves: requests expire, agreed bookings start, those under way complete. Every replica
 * does it; each takes what no other one is busy with.
 */
@Injectable()
export class AdvanceBookings {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingStore,
    private readonly resources: ResourceStore,
    private readonly steps: BookingSteps,
    private readonly clock: Clock,
  ) {}

  /** Works until nothing is due that nobody else holds; says how many steps were taken. */
  async execute(): Promise<number> {
    let total = 0;
    for (;;) {
      const count = await this.database.transaction((tx) => this.advanceSome(tx));
      total += count;
      if (count < AT_ONCE) return total;
    }
  }

  private async advanceSome(tx: Transaction): Promise<number> {
    const now = this.clock.now();
    const due = await this.bookings.lockDue(tx, now, AT_ONCE);
    const resources = await this.resources.readWithin(tx, due.map(({ resourceId }) => resourceId));
    for (const booking of due) {
      const action = DUE_ACTION[booking.status];
      const transition = action && transitionFor(booking.status, action, 'time');
      const resource = resources.get(booking.resourceId);
      if (transition && resource) await this.steps.take(tx, booking, transition, resource, { actorId: null, now });
    }
    return due.length;
  }
}
