import { Injectable } from '@nestjs/common';
import { DomainError, Unavailable } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { changeStepFor } from '../../domain/lifecycle';
import { BookingStore } from '../../persistence/booking.store';
import { DoubtStore } from '../../persistence/doubt.store';
import { ResourceStore } from '../../persistence/resource.store';
import { TakeDoubtStep } from './take-doubt-step';

const AT_ONCE = 40;

/**
 * Lets bookings say what the time of their guests says: that an event was moved onto other plans of theirs, or away from
 * them again. Whoever moves the event holds no lock of these bookings, so each takes its step here, a moment later.
 */
@Injectable()
export class TellDoubts {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingStore,
    private readonly resources: ResourceStore,
    private readonly doubts: DoubtStore,
    private readonly step: TakeDoubtStep,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Works until everything is told that can be told now. */
  async execute(): Promise<void> {
    for (;;) {
      const ids = await this.doubts.untold(AT_ONCE);
      let told = 0;
      for (const id of ids) told += await this.tryToTell(id);
      if (told < AT_ONCE) return;
    }
  }

  /** Each in a transaction of its own, so that one that cannot be told holds up nobody; a lost connection is everybody's. */
  private async tryToTell(id: string): Promise<number> {
    try {
      await this.database.transaction((tx) => this.tell(tx, id));
      return 1;
    } catch (error) {
      if (error instanceof DomainError && error.problem === Unavailable) throw error;
      this.logger.error('A booking could not be marked as in doubt, or as sure again.', { error, bookingId: id });
      return 0;
    }
  }

  /** The guest may have answered, or another replica been here, before the lock was held. */
  private async tell(tx: Transaction, id: string): Promise<void> {
    const booking = await this.bookings.lock(tx, id);
    const isInDoubt = booking && (await this.doubts.isInDoubt(tx, id));
    if (!booking || isInDoubt === undefined || isInDoubt === (booking.doubt !== null)) return;
    const step = changeStepFor(booking.status, isInDoubt ? 'doubt' : 'reconfirm', 'time');
    const resource = (await this.resources.readWithin(tx, [booking.resourceId])).get(booking.resourceId);
    if (step && resource) await this.step.execute(tx, booking, step, resource, { actorId: null, now: this.clock.now() });
  }
}
