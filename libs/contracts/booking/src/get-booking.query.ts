import { defineQuery } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { BookingView } from './booking.view';

/** Which booking is meant. */
export class GetBookingRequest {
  @IsId()
  bookingId: string;
}

/** One booking; to anybody but its parties it does not exist. */
export const GetBooking = defineQuery<GetBookingRequest, BookingView>({ topic: 'booking.get-booking', request: GetBookingRequest, reply: BookingView });
