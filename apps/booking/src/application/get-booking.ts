import { Injectable } from '@nestjs/common';
import type { GetBookingRequest } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { BookingReader } from '../persistence/booking.reader';
import { callerOf } from './caller';

/** Shows a booking to its parties; to everybody else it does not exist. */
@Injectable()
export class GetBooking {
  constructor(private readonly reader: BookingReader) {}

  async execute({ bookingId }: GetBookingRequest, context: MessageContext): Promise<Buffer> {
    const view = await this.reader.view(bookingId, callerOf(context));
    if (view === undefined) throw new DomainError(NotFound, 'There is no such booking.');
    return Buffer.from(view);
  }
}
