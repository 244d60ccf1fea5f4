import { defineQuery } from '@bookable/kernel';
import { BookingFacts } from './booking-facts';
import { GetBookingRequest } from './get-booking.query';

/** The facts of a booking for another service, whoever asks; never routed to the outside. */
export const GetBookingFacts = defineQuery<GetBookingRequest, BookingFacts>({
  topic: 'booking.get-booking-facts',
  request: GetBookingRequest,
  reply: BookingFacts,
});
