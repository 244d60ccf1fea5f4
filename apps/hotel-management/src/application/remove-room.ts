import type { RemoveRoomRequest } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { RoomStore } from '../persistence/room.store';
import { OfferRoomTypes } from './offer-room-types';
import { ArrangeRooms } from './reservations/arrange-rooms';
import { StaffDoor } from './staff-door';

/** An owner takes a room out of the hotel, where its guests can have another one; one fewer of its type is offered from then on. */
@Injectable()
export class RemoveRoom {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomStore,
    private readonly door: StaffDoor,
    private readonly offer: OfferRoomTypes,
    private readonly arrange: ArrangeRooms,
    private readonly clock: Clock,
  ) {}

  async execute(request: RemoveRoomRequest, context: MessageContext): Promise<void> {
    await this.database.transaction(async (tx) => {
      const hotel = await this.door.lock(tx, request.hotelId, 'own the hotel', context);
      const now = this.clock.now();
      const roomTypeId = await this.rooms.remove(tx, hotel.id, request.roomId, now);
      if (roomTypeId === undefined) throw new DomainError(NotFound);
      await this.arrange.withoutRoom(tx, hotel.id, roomTypeId, now);
      await this.offer.of(tx, hotel);
    });
  }
}
