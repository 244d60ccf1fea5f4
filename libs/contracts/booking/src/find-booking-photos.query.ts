import { type Page, defineQuery } from '@bookable/kernel';
import { BookingPhotoView } from './booking-photo.view';
import { GetBookingRequest } from './get-booking.query';

/** The photos of a booking, oldest first; one page holds them all. */
export const FindBookingPhotos = defineQuery<GetBookingRequest, Page<BookingPhotoView>>({
  topic: 'booking.find-booking-photos',
  request: GetBookingRequest,
  reply: BookingPhotoView,
  answers: 'page',
});
