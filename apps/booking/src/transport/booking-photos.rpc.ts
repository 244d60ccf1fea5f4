import { Controller } from '@nestjs/common';
import { AddBookingPhotos, type AddBookingPhotosRequest, FindBookingPhotos, type GetBookingRequest } from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { AddBookingPhotos as AddBookingPhotosCase } from '../application/add-booking-photos';
import { FindBookingPhotos as FindBookingPhotosCase } from '../application/find-booking-photos';

/** Photos of the state of what was rented. */
@Controller()
export class BookingPhotosRpc {
  constructor(
    private readonly addPhotos: AddBookingPhotosCase,
    private readonly findPhotos: FindBookingPhotosCase,
  ) {}

  /** `booking.add-booking-photos` */
  @Handles(AddBookingPhotos)
  add(request: AddBookingPhotosRequest, context: MessageContext) {
    return this.addPhotos.execute(request, context);
  }

  /** `booking.find-booking-photos` */
  @Handles(FindBookingPhotos)
  find(request: GetBookingRequest, context: MessageContext) {
    return this.findPhotos.execute(request, context);
  }
}
