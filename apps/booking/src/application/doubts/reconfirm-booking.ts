import { Injectable } from '@nestjs/common';
import { type BookingView, NotInDoubt, ScheduleClash, type TransitionRequest } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import type { Booking } from '../../domain/booking';
import { BookingChangeStore } from '../../persistence/booking-change.store';
import { DoubtStore } from '../../persistence/doubt.store';
import { PersonalTimeStore } from '../../persistence/personal-time.store';
import { bookingView } from '../booking-messages';
import { callerOf } from '../caller';
import { type OpenedBooking, OpenBooking, allowedChange } from '../open-booking';
import { TakeDoubtStep } from './take-doubt-step';

/** The guest comes though the event was moved: once nothing else of theirs is in the way. Said again it changes nothing. */
@Injectable()
export class ReconfirmBooking {
  constructor(
    private readonly database: Database,
    private readonly open: OpenBooking,
    private readonly personalTime: PersonalTimeStore,
    private readonly doubts: DoubtStore,
    private readonly changes: BookingChangeStore,
    private readonly step: TakeDoubtStep,
    private readonly clock: Clock,
  ) {}

  execute({ bookingId }: TransitionRequest, context: MessageContext): Promise<BookingView> {
    const actorId = callerOf(context);
    return this.database.transaction(async (tx) => bookingView(await this.reconfirm(tx, await this.open.forParty(tx, bookingId, actorId), actorId)));
  }

  private async reconfirm(tx: Transaction, opened: OpenedBooking, actorId: string): Promise<Booking> {
    const { booking, resource } = opened;
    const now = this.clock.now();
    const step = allowedChange(opened, 'reconfirm', now.getTime());
    if (booking.doubt === null) return this.reconfirmedBefore(tx, booking, actorId);
    const otherListingId = await this.personalTime.clashOf(tx, booking);
    if (otherListingId !== undefined) throw new DomainError(ScheduleClash, undefined, { otherListingId });
    await this.doubts.settle(tx, booking.id);
    return this.step.execute(tx, booking, step, resource, { actorId, now });
  }

  private async reconfirmedBefore(tx: Transaction, booking: Booking, actorId: string): Promise<Booking> {
    const last = await this.changes.lastStep(tx, booking);
    if (last?.action !== 'reconfirm' || last.actorId !== actorId) throw new DomainError(NotInDoubt);
    return booking;
  }
}
