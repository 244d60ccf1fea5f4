import { Injectable } from '@nestjs/common';
import { DomainError, Unavailable } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { type Action, type Status, transitionFor } from '../domain/lifecycle';
import { BookingStore } from '../persistence/booking.store';
import { ResourceStore } from '../persistence/resource.store';
import { BookingSteps } from './booking-steps';

const AT_ONCE = 40;

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
    private readonly logger: Logger,
  ) {}

  /** Works until nothing is due that can be moved now. */
  async execute(): Promise<void> {
    for (;;) {
      const ids = await this.bookings.due(this.clock.now(), AT_ONCE);
      const moved = ids.length === 0 ? 0 : await this.advance(ids);
      if (moved < AT_ONCE) return;
    }
  }

  /** All of them in one transaction; where that fails, each in its own, so that one that cannot move holds up nobody. */
  private async advance(ids: readonly string[]): Promise<number> {
    try {
      return await this.database.transaction((tx) => this.advanceTogether(tx, ids));
    } catch (error) {
      if (error instanceof DomainError && error.problem === Unavailable) throw error;
      if (ids.length === 1) {
        this.logger.error('Time could not move a booking on.', { error, bookingId: ids[0] });
        return 0;
      }
      let moved = 0;
      for (const id of ids) moved += await this.advance([id]);
      return moved;
    }
  }

  private async advanceTogether(tx: Transaction, ids: readonly string[]): Promise<number> {
    const now = this.clock.now();
    const due = await this.bookings.lockDue(tx, ids, now);
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
