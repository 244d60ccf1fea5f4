import { Injectable } from '@nestjs/common';
import type { BookingTransitionView, GetBookingRequest } from '@bookable/contracts-booking';
import type { Page } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { BookingReader } from '../persistence/booking.reader';
import { GetBooking } from './get-booking';
import { termsChangeView } from './terms-view';

/** Tells the parties of a booking every step it has taken. */
@Injectable()
export class GetBookingHistory {
  constructor(
    private readonly getBooking: GetBooking,
    private readonly reader: BookingReader,
  ) {}

  async execute(request: GetBookingRequest, context: MessageContext): Promise<Page<BookingTransitionView>> {
    await this.getBooking.execute(request, context);
    const steps = await this.reader.history(request.bookingId);
    const items = steps.map(({ action, from, to, actorId, at, reason, change, cancellation }) => ({
      action, from, to, actorId, at: at.toISOString(), reason: reason ?? undefined, change: change ? termsChangeView(change) : undefined,
      cancellation: cancellation ?? undefined,
    }));
    return { items, nextCursor: null };
  }
}
