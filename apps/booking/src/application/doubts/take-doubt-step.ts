import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bookable/platform-database';
import type { Booking } from '../../domain/booking';
import { doubtAbout } from '../../domain/doubt';
import type { ChangeStep } from '../../domain/lifecycle';
import type { Resource } from '../../domain/resource';
import { DoubtStore } from '../../persistence/doubt.store';
import { bookingEvent, bookingFacts } from '../booking-messages';
import type { StepBy } from '../booking-steps';

/** Takes one step into or out of doubt with a booking whose lock is held: the row, its history and its event, in one transaction. */
@Injectable()
export class TakeDoubtStep {
  constructor(private readonly doubts: DoubtStore) {}

  async execute(tx: Transaction, booking: Booking, { action, event }: ChangeStep, resource: Resource, { actorId, now }: StepBy): Promise<Booking> {
    const written = await this.doubts.write(tx, booking, action === 'doubt' ? doubtAbout(booking, resource.session) : null, action, actorId, now);
    tx.publish(bookingEvent(event), bookingFacts(written, resource, undefined, { action, actorId }));
    return written;
  }
}
