import { Controller } from '@nestjs/common';
import {
  FindBookings, type FindBookingsRequest, GetBooking, GetBookingFacts, GetBookingHistory, type GetBookingRequest, GetCancellation,
  PlaceBooking, type PlaceBookingRequest,
} from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { FindBookings as FindBookingsCase } from '../application/find-bookings';
import { GetBooking as GetBookingCase } from '../application/get-booking';
import { GetBookingFacts as GetBookingFactsCase } from '../application/get-booking-facts';
import { GetBookingHistory as GetBookingHistoryCase } from '../application/get-booking-history';
import { GetCancellation as GetCancellationCase } from '../application/get-cancellation';
import { PlaceBooking as PlaceBookingCase } from '../application/place-booking';

/** Making and reading bookings. */
@Controller()
export class BookingsRpc {
  constructor(
    private readonly placeBooking: PlaceBookingCase,
    private readonly findBookings: FindBookingsCase,
    private readonly getBooking: GetBookingCase,
    private readonly getHistory: GetBookingHistoryCase,
    private readonly getFacts: GetBookingFactsCase,
    private readonly getCancellation: GetCancellationCase,
  ) {}

  /** `booking.place-booking` */
  @Handles(PlaceBooking)
  place(request: PlaceBookingRequest, context: MessageContext) {
    return this.placeBooking.execute(request, context);
  }

  /** `booking.find-bookings` */
  @Handles(FindBookings)
  find(request: FindBookingsRequest, context: MessageContext) {
    return this.findBookings.execute(request, context);
  }

  /** `booking.get-booking` */
  @Handles(GetBooking)
  get(request: GetBookingRequest, context: MessageContext) {
    return this.getBooking.execute(request, context);
  }

  /** `booking.get-booking-history` */
  @Handles(GetBookingHistory)
  history(request: GetBookingRequest, context: MessageContext) {
    return this.getHistory.execute(request, context);
  }

  /** `booking.get-cancellation` */
  @Handles(GetCancellation)
  cancellation(request: GetBookingRequest, context: MessageContext) {
    return this.getCancellation.execute(request, context);
  }

  /** `booking.get-booking-facts` */
  @Handles(GetBookingFacts)
  facts(request: GetBookingRequest) {
    return this.getFacts.execute(request);
  }
}
