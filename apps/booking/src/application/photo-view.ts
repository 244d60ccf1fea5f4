import type { BookingPhotoView } from '@bookable/contracts-booking';
import type { BookingPhoto } from '../persistence/booking-photo.store';
import type { PhotoUrls } from './photo-files';

/** A photo as the parties see it. */
export function photoView({ id, stage, takenBy, createdAt }: BookingPhoto, urls: PhotoUrls): BookingPhotoView {
  return { id, stage, takenBy, ...urls, createdAt: createdAt.toISOString() };
}
