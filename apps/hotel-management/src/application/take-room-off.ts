import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { RoomPlaces } from '../clients/room-places';
import type { HotelRow } from '../persistence/hotel.store';
import { RoomStore } from '../persistence/room.store';
import { OfferRoomTypes } from './offer-room-types';
import { ArrangeRooms } from './reservations/arrange-rooms';

/**
 * A type has one room fewer. Whoever was to have that room gets another, and booking sells one place fewer before anybody is
 * told: it is asked last, behind the lock of the hotel, so that where it refuses or does not answer nothing has changed here.
 */
@Injectable()
export class TakeRoomOff {
  constructor(
    private readonly rooms: RoomStore,
    private readonly arrange: ArrangeRooms,
    private readonly places: RoomPlaces,
    private readonly offer: OfferRoomTypes,
  ) {}

  /** Refuses with `room-reserved` where every room of the type is needed. The room itself is gone from it already. */
  async execute(tx: Transaction, hotel: HotelRow, { roomId, roomTypeId }: { readonly roomId: string; readonly roomTypeId: string }, now: Date): Promise<void> {
    await this.arrange.withoutRoom(tx, hotel.id, roomTypeId, now);
    const type = (await this.rooms.typesOf(tx, hotel.id)).find(({ id }) => id === roomTypeId);
    await this.offer.of(tx, hotel);
    if (type?.offered) await this.places.withdraw({ roomId, roomTypeId, roomsLeft: type.rooms });
  }
}
