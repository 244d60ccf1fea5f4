import { Injectable } from '@nestjs/common';
import { type AddBookingPhotosRequest, type BookingPhotoView, TooManyPhotos, WrongStatus } from '@bookable/contracts-booking';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { type Booking, partyOf, photosMayBeAdded } from '../domain/booking';
import { type BookingPhoto, BookingPhotoStore, PHOTOS_OF_STAGE } from '../persistence/booking-photo.store';
import { BookingReader } from '../persistence/booking.reader';
import { BookingStore } from '../persistence/booking.store';
import { callerOf } from './caller';
import { PhotoFiles } from './photo-files';
import { photoView } from './photo-view';

/**
 * Adds photos of the thing's state. Pictures are made before the transaction, and thrown away where it keeps none of
 * them. A repeated upload has other keys and the same pictures, so the command is known by what was sent.
 */
@Injectable()
export class AddBookingPhotos {
  constructor(
    private readonly database: Database,
    private readonly reader: BookingReader,
    private readonly bookings: BookingStore,
    private readonly photos: BookingPhotoStore,
    private readonly files: PhotoFiles,
    private readonly clock: Clock,
  ) {}

  async execute({ bookingId, stage, keys }: AddBookingPhotosRequest, context: MessageContext): Promise<BookingPhotoView[]> {
    const takenBy = callerOf(context);
    const photos = keys.map(() => this.newPhoto(bookingId, stage, takenBy));
    let added: BookingPhotoView[] = [];
    try {
      mayAdd(await this.reader.find(bookingId), takenBy);
      const digests: string[] = [];
      for (const [index, { storageKey }] of photos.entries()) digests.push(await this.files.takeOver(keys[index]!, storageKey));
      added = await this.database.command(context, { bookingId, stage, digests }, (tx) => this.keep(tx, photos));
      return added;
    } finally {
      const keptIds = new Set(added.map(({ id }) => id));
      await this.files.discard(photos.filter(({ id }) => !keptIds.has(id)).map(({ storageKey }) => storageKey));
      await this.files.discardUploads(keys);
    }
  }

  private newPhoto(bookingId: string, stage: BookingPhoto['stage'], takenBy: string): BookingPhoto {
    return { id: newId(), bookingId, stage, takenBy, storageKey: `booking/${newId()}`, createdAt: this.clock.now() };
  }

  private async keep(tx: Transaction, photos: readonly BookingPhoto[]): Promise<BookingPhotoView[]> {
    const { bookingId, stage, takenBy } = photos[0]!;
    mayAdd(await this.bookings.lock(tx, bookingId), takenBy);
    const present = await this.photos.count(tx, bookingId, stage);
    if (present + photos.length > PHOTOS_OF_STAGE) throw new DomainError(TooManyPhotos, `A stage keeps ${PHOTOS_OF_STAGE} photos.`);
    await this.photos.add(tx, photos);
    return photos.map((photo) => photoView(photo, this.files.urls(photo.storageKey)));
  }
}

function mayAdd(booking: Booking | undefined, userId: string): void {
  if (!booking || !partyOf(booking, userId)) throw new DomainError(NotFound, 'There is no such booking.');
  if (!photosMayBeAdded(booking)) throw new DomainError(WrongStatus, `The booking is ${booking.status}.`, { bookingStatus: booking.status });
}
