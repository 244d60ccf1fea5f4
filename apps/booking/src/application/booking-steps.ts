import { Injectable } from '@nestjs/common';
import { ScheduleClash, SlotTaken } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';
import { cancellationOf } from '../domain/cancellation';
import type { Status, Transition } from '../domain/lifecycle';
import { BookingStore } from '../persistence/booking.store';
import { PersonalTimeStore } from '../persistence/personal-time.store';
import { PromotionStore } from '../persistence/promotion.store';
import { type ToldResource, bookingEvent, bookingFacts } from './booking-messages';

/** Who takes a step, when and why; nobody where time does. */
export interface StepBy {
  readonly actorId: string | null;
  readonly reason?: string;
  readonly now: Date;
}

/** Where a booking ends so, somebody else may have its promotion. */
const ENDS_WITHOUT_A_STAY: ReadonlySet<Status> = new Set(['cancelled', 'rejected', 'declined', 'expired']);

/** Takes one step of a booking whose lock is held: the row, its history, its claim and its event, in one transaction. */
@Injectable()
export class BookingSteps {
  constructor(
    private readonly bookings: BookingStore,
    private readonly personalTime: PersonalTimeStore,
    private readonly promotions: PromotionStore,
  ) {}

  async take(tx: Transaction, booking: Booking, transition: Transition, resource: ToldResource, by: StepBy): Promise<Booking> {
    if (transition.to === 'confirmed' && booking.kind === 'event') await this.refuseTwoPlaces(tx, booking, by.actorId);
    const moved = await this.bookings.move(tx, booking, transition, by.actorId, by.reason ?? null, by.now);
    if (!moved) throw new DomainError(SlotTaken);
    if (moved.quote.promotion && ENDS_WITHOUT_A_STAY.has(moved.status)) await this.promotions.giveBack(tx, moved.id);
    const settled = transition.action === 'cancel' ? await this.settle(tx, booking, moved, by) : moved;
    tx.publish(bookingEvent(transition.event), bookingFacts(settled, resource));
    return settled;
  }

  /** What comes back is computed from the booking as it was, at the very moment of the step, and kept with it. */
  private async settle(tx: Transaction, booking: Booking, moved: Booking, { actorId, now }: StepBy): Promise<Booking> {
    const cancellation = cancellationOf(booking, actorId === booking.renterId ? 'renter' : 'owner', now.getTime());
    await this.bookings.keepCancellation(tx, moved, cancellation);
    return { ...moved, cancellation };
  }

  /** Nobody is confirmed in two places. What else a guest is up to is theirs to know, and not their host's. */
  private async refuseTwoPlaces(tx: Transaction, booking: Booking, actorId: string | null): Promise<void> {
    const otherListingId = await this.personalTime.clashOf(tx, booking);
    if (otherListingId === undefined) return;
    if (actorId === booking.renterId) throw new DomainError(ScheduleClash, undefined, { otherListingId });
    throw new DomainError(ScheduleClash, 'The guest has other plans for this time.');
  }
}
