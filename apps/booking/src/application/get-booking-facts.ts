import { Injectable } from '@nestjs/common';
import type { BookingFacts, GetBookingRequest } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import { BookingReader } from '../persistence/booking.reader';
import { FindResource } from './find-resource';
import { bookingFacts } from './booking-messages';

/** Tells another service what it needs to know of a booking. */
@Injectable()
export class GetBookingFacts {
  constructor(
    private readonly reader: BookingReader,
    private readonly find: FindResource,
  ) {}

  async execute({ bookingId }: GetBookingRequest): Promise<BookingFacts> {
    const booking = await this.reader.find(bookingId);
    if (!booking) throw new DomainError(NotFound, 'There is no such booking.');
    return bookingFacts(booking, await this.find.current(booking.resourceId));
  }
}
