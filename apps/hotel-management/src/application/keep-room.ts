import { type AddRoomRequest, type ChangeRoomRequest, RoomNumberTaken, type RoomView } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { RoomStore } from '../persistence/room.store';
import { OfferRoomTypes } from './offer-room-types';
import { StaffDoor } from './staff-door';
import { presentRoom } from './present-hotel';
import { TakeRoomOff } from './take-room-off';

/** An owner adds a room or says something else of one; the room's type follows from what it is (E1). */
@Injectable()
export class KeepRoom {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomStore,
    private readonly door: StaffDoor,
    private readonly offer: OfferRoomTypes,
    private readonly takeOff: TakeRoomOff,
    private readonly clock: Clock,
  ) {}

  async add(request: AddRoomRequest, context: MessageContext): Promise<RoomView> {
    return this.database.command(context, request, async (tx) => {
      const hotel = await this.door.lock(tx, request.hotelId, 'own the hotel', context);
      const roomTypeId = await this.rooms.typeOf(tx, hotel.id, newId(), request);
      const room = { ...request, id: newId(), roomTypeId };
      if (!(await this.rooms.add(tx, room, this.clock.now()))) throw new DomainError(RoomNumberTaken);
      await this.offer.of(tx, hotel);
      return presentRoom(room);
    });
  }

  async change(request: ChangeRoomRequest, context: MessageContext): Promise<RoomView> {
    return this.database.transaction(async (tx) => {
      const hotel = await this.door.lock(tx, request.hotelId, 'own the hotel', context);
      const present = await this.rooms.find(tx, hotel.id, request.roomId);
      if (!present) throw new DomainError(NotFound);
      const roomTypeId = await this.rooms.typeOf(tx, hotel.id, newId(), request);
      const room = { ...request, id: request.roomId, roomTypeId };
      if (!(await this.rooms.change(tx, room))) throw new DomainError(RoomNumberTaken);
      if (present.roomTypeId === roomTypeId) await this.offer.of(tx, hotel);
      else await this.takeOff.execute(tx, hotel, { roomId: room.id, roomTypeId: present.roomTypeId }, this.clock.now());
      return presentRoom(room);
    });
  }
}
