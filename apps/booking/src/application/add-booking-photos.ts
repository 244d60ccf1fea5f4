import { Injectable } from '@nestjs/common';
import { type AddBookingPhotosRequest, type BookingPhotoView, TooManyPhotos, WrongStatus } from '@bookable/contracts-booking';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { type Booking, partyOf, photosMayBeAdded } from '../domain/booking';
import { BookingReader } from '../persistence/booking.reader';
import { BookingPhotoStore, PHOTOS_OF_STAGE } from '../persistence/booking-photo.store';
import { BookingStore } from '../persistence/booking.store';
import { callerOf } from './caller';
import { PhotoFiles } from './photo-files';
import { photoView } from './photo-view';

/** Adds photos of the thing's state. Pictures are made before the transaction, and thrown away where it fails. */
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

  async execute(request: AddBookingPhotosRequest, context: MessageContext): Promise<BookingPhotoView[]> {
    const userId = callerOf(context);
    const kept: string[] = [];
    try {
      mayAdd(await this.reader.find(request.bookingId), userId);
      for (const key of request.keys) {
        const photoKey = `booking/${newId()}`;
        kept.push(photoKey);
        await this.files.takeOver(key, photoKey);
      }
      return await this.database.command(context, request, (tx) => this.keep(tx, request, kept, userId));
    } catch (error) {
      await this.files.discard(kept);
      throw error;
    } finally {
      await this.files.discardUploads(request.keys);
    }
  }

  private async keep(tx: Transaction, { bookingId, stage }: AddBookingPhotosRequest, keys: readonly string[], userId: string): Promise<BookingPhotoView[]> {
    mayAdd(await this.bookings.lock(tx, bookingId), userId);
    const present = await this.photos.count(tx, bookingId, stage);
    if (present + keys.length > PHOTOS_OF_STAGE) throw new DomainError(TooManyPhotos, `A stage keeps ${PHOTOS_OF_STAGE} photos.`);
    const now = this.clock.now();
    const photos = keys.map((storageKey) => ({ id: newId(), bookingId, stage, takenBy: userId, storageKey, createdAt: now }));
    await this.photos.add(tx, photos);
    return photos.map((photo) => photoView(photo, this.files.urls(photo.storageKey)));
  }
}

function mayAdd(booking: Booking | undefined, userId: string): void {
  if (!booking || !partyOf(booking, userId)) throw new DomainError(NotFound, 'There is no such booking.');
  if (!photosMayBeAdded(booking)) throw new DomainError(WrongStatus, `The booking is ${booking.status}.`, { bookingStatus: booking.status });
}
