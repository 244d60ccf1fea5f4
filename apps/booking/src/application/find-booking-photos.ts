import { Injectable } from '@nestjs/common';
import type { BookingPhotoView, GetBookingRequest } from '@bookable/contracts-booking';
import type { Page } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { BookingPhotoStore } from '../persistence/booking-photo.store';
import { GetBooking } from './get-booking';
import { PhotoFiles } from './photo-files';
import { photoView } from './photo-view';

/** Shows the parties of a booking the photos of what was rented, oldest first. */
@Injectable()
export class FindBookingPhotos {
  constructor(
    private readonly getBooking: GetBooking,
    private readonly photos: BookingPhotoStore,
    private readonly files: PhotoFiles,
  ) {}

  async execute(request: GetBookingRequest, context: MessageContext): Promise<Page<BookingPhotoView>> {
    await this.getBooking.execute(request, context);
    const photos = await this.photos.of(request.bookingId);
    return { items: photos.map((photo) => photoView(photo, this.files.urls(photo.storageKey))), nextCursor: null };
  }
}
