import { Injectable } from '@nestjs/common';
import { SlotTaken } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';
import type { Transition } from '../domain/lifecycle';
import type { Resource } from '../domain/resource';
import { BookingStore } from '../persistence/booking.store';
import { bookingEvent, bookingFacts } from './booking-messages';

/** Who takes a step, when and why; nobody where time does. */
export interface StepBy {
  readonly actorId: string | null;
  readonly reason?: string;
  readonly now: Date;
}

/** Takes one step of a booking whose lock is held: the row, its history, its claim and its event, in one transaction. */
@Injectable()
export class BookingSteps {
  constructor(private readonly bookings: BookingStore) {}

  async take(tx: Transaction, booking: Booking, transition: Transition, resource: Pick<Resource, 'title' | 'timeZone'>, by: StepBy): Promise<Booking> {
    const moved = await this.bookings.move(tx, booking, transition, by.actorId, by.reason ?? null, by.now);
    if (!moved) throw new DomainError(SlotTaken);
    tx.publish(bookingEvent(transition.event), bookingFacts(moved, resource));
    return moved;
  }
}
