import { CleaningDone } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { readersIn } from '../../domain/notice';
import type { CleaningRow } from '../../persistence/cleaning.store';
import type { HotelRow } from '../../persistence/hotel.store';
import { StaffStore } from '../../persistence/staff.store';

/** Tells the staff that a room is clean, in the transaction that writes it down. */
@Injectable()
export class TellCleaningDone {
  constructor(private readonly staff: StaffStore) {}

  async execute(tx: Transaction, { id: hotelId, name: hotelName, timeZone }: HotelRow, { id: cleaningId, roomId, roomNumber, cause, note }: CleaningRow): Promise<void> {
    const readerIds = readersIn(hotelId, await this.staff.all(tx, hotelId), 'clean rooms');
    tx.publish(CleaningDone, { id: newId(), hotelId, hotelName, timeZone, roomId, roomNumber, cleaningId, cause, ...(note !== null && { note }), readerIds, version: 1 });
  }
}
