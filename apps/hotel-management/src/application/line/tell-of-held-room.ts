import type { WaitlistFacts } from '@bookable/contracts-booking';
import { RoomHeld } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { readersIn } from '../../domain/notice';
import { HotelStore } from '../../persistence/hotel.store';
import { RoomBookingStore } from '../../persistence/room-booking.store';
import { StaffStore } from '../../persistence/staff.store';

/** A room is held for a guest whom the desk has put in line: the desk answers for them, so the desk is told. */
@Injectable()
export class TellOfHeldRoom {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly bookings: RoomBookingStore,
    private readonly staff: StaffStore,
  ) {}

  async execute(entry: WaitlistFacts, context: MessageContext): Promise<void> {
    const { guestId, offer } = entry;
    if (guestId === undefined || offer === undefined) return;
    await this.database.consume(context, (tx) => this.tell(tx, { ...entry, guestId, offer }));
  }

  private async tell(tx: Transaction, { id: entryId, listingId: roomTypeId, listingTitle: roomTypeTitle, guestId, from, to, offer }: WaitlistFacts & Required<Pick<WaitlistFacts, 'guestId' | 'offer'>>): Promise<void> {
    const hotelId = await this.bookings.hotelOf(tx, roomTypeId);
    const hotel = hotelId === undefined ? undefined : await this.hotels.find(tx, hotelId);
    if (!hotel) return;
    const { id, name: hotelName, timeZone } = hotel;
    const readerIds = readersIn(id, await this.staff.all(tx, id), 'serve guests');
    tx.publish(RoomHeld, { id: newId(), hotelId: id, hotelName, timeZone, entryId, guestId, roomTypeId, roomTypeTitle, from, to, until: offer.expiresAt, readerIds, version: 1 });
  }
}
