import type { RemoveRoomRequest } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { RoomStore } from '../persistence/room.store';
import { StaffDoor } from './staff-door';
import { TakeRoomOff } from './take-room-off';

/** An owner takes a room out of the hotel, where its guests can have another one; one fewer of its type is offered from then on. */
@Injectable()
export class RemoveRoom {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomStore,
    private readonly door: StaffDoor,
    private readonly takeOff: TakeRoomOff,
    private readonly clock: Clock,
  ) {}

  async execute(request: RemoveRoomRequest, context: MessageContext): Promise<void> {
    await this.database.transaction(async (tx) => {
      const hotel = await this.door.lock(tx, request.hotelId, 'own the hotel', context);
      const now = this.clock.now();
      const roomTypeId = await this.rooms.remove(tx, hotel.id, request.roomId, now);
      if (roomTypeId === undefined) throw new DomainError(NotFound);
      await this.takeOff.execute(tx, hotel, { roomId: request.roomId, roomTypeId }, now);
    });
  }
}
