import { Injectable } from '@nestjs/common';
import { DomainError, Unavailable } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { changeStepFor } from '../domain/lifecycle';
import { BookingChangeStore } from '../persistence/booking-change.store';
import { BookingStore } from '../persistence/booking.store';
import { ResourceStore } from '../persistence/resource.store';
import { BookingChanges } from './booking-changes';

const AT_ONCE = 40;

/** Ends proposed changes that nobody has answered in time. */
@Injectable()
export class ExpireChanges {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingStore,
    private readonly resources: ResourceStore,
    private readonly store: BookingChangeStore,
    private readonly changes: BookingChanges,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Works until nothing has run out that can be ended now. */
  async execute(): Promise<void> {
    for (;;) {
      const ids = await this.store.withProposalRunOut(this.clock.now(), AT_ONCE);
      let ended = 0;
      for (const id of ids) ended += await this.tryToExpire(id);
      if (ended < AT_ONCE) return;
    }
  }

  /** Each in a transaction of its own, so that one that cannot be ended holds up nobody; a lost connection is everybody's. */
  private async tryToExpire(id: string): Promise<number> {
    try {
      await this.database.transaction((tx) => this.expire(tx, id));
      return 1;
    } catch (error) {
      if (error instanceof DomainError && error.problem === Unavailable) throw error;
      this.logger.error('A proposed change that has run out could not be ended.', { error, bookingId: id });
      return 0;
    }
  }

  /** Somebody may have answered, or another replica been here, before the lock was held. */
  private async expire(tx: Transaction, id: string): Promise<void> {
    const booking = await this.bookings.lock(tx, id);
    const now = this.clock.now();
    const step = booking && changeStepFor(booking.status, 'expire-change', 'time');
    if (!step || !booking.proposedChange || Date.parse(booking.proposedChange.expiresAt) > now.getTime()) return;
    const resource = (await this.resources.readWithin(tx, [booking.resourceId])).get(booking.resourceId);
    if (resource) await this.changes.drop(tx, booking, resource, step, { actorId: null, now });
  }
}
