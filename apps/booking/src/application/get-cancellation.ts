import { Injectable } from '@nestjs/common';
import type { CancellationView, GetBookingRequest } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { answerComesTooLate, partyOf } from '../domain/booking';
import { cancellationOf } from '../domain/cancellation';
import { transitionFor } from '../domain/lifecycle';
import { BookingReader } from '../persistence/booking.reader';
import { callerOf } from './caller';
import { wrongStatus } from './open-booking';

/** Tells a party what their cancellation would come to at this moment, before they confirm it; of a cancelled booking, what it came to. */
@Injectable()
export class GetCancellation {
  constructor(
    private readonly reader: BookingReader,
    private readonly clock: Clock,
  ) {}

  async execute({ bookingId }: GetBookingRequest, context: MessageContext): Promise<CancellationView> {
    const booking = await this.reader.find(bookingId);
    const party = booking && partyOf(booking, callerOf(context));
    if (!booking || !party) throw new DomainError(NotFound, 'There is no such booking.');
    if (booking.cancellation) return booking.cancellation;
    const nowMs = this.clock.now().getTime();
    if (answerComesTooLate(booking, 'cancel', nowMs)) throw wrongStatus('expired');
    if (!transitionFor(booking.status, 'cancel', party)) throw wrongStatus(booking.status);
    return cancellationOf(booking, party, nowMs);
  }
}
