import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@bookable/platform-database';
import { BookingPhotoTable } from './booking-photo.table';

/** A photo of the state of a rented thing. */
export type BookingPhoto = Omit<BookingPhotoTable, 'booking'>;

/** How many photos of one stage a booking keeps. */
export const PHOTOS_OF_STAGE = 20;

/** Keeps the photos of bookings. */
@Injectable()
export class BookingPhotoStore {
  constructor(private readonly database: Database) {}

  /** Adds photos of a booking whose lock is held. */
  async add(tx: Transaction, photos: readonly BookingPhoto[]): Promise<void> {
    await tx.manager.insert(BookingPhotoTable, [...photos]);
  }

  /** How many photos of a stage there are; certain while the lock of the booking is held. */
  count(tx: Transaction, bookingId: string, stage: BookingPhoto['stage']): Promise<number> {
    return tx.manager.countBy(BookingPhotoTable, { bookingId, stage });
  }

  /** All photos of a booking, oldest first. */
  of(bookingId: string): Promise<BookingPhoto[]> {
    return this.database.transaction((tx) => tx.manager.find(BookingPhotoTable, { where: { bookingId }, order: { id: 'ASC' } }));
  }
}
