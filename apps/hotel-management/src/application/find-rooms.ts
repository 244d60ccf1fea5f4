import type { FindRoomsRequest, GetRoomRequest, RoomView } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound, type CursorKey, type Page, cursorKey, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { RoomStore } from '../persistence/room.store';
import { StaffDoor } from './staff-door';
import { presentRoom } from './present-hotel';

/** Reads the rooms of a hotel for its staff, in the order of their numbers. */
@Injectable()
export class FindRooms {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomStore,
    private readonly door: StaffDoor,
  ) {}

  async one(request: GetRoomRequest, context: MessageContext): Promise<RoomView> {
    const hotel = await this.door.read(request.hotelId, 'know the rooms', context);
    const room = await this.rooms.find(this.database, hotel.id, request.roomId);
    if (!room) throw new DomainError(NotFound);
    return presentRoom(room);
  }

  async page(request: FindRoomsRequest, context: MessageContext): Promise<Page<RoomView>> {
    const hotel = await this.door.read(request.hotelId, 'know the rooms', context);
    const limit = request.limit ?? 20;
    const [after] = request.cursor ? cursorKey(request.cursor, isRoomKey) : [null];
    const rows = await this.rooms.findPage(this.database, hotel.id, after, limit + 1);
    return pageOf(rows, limit, presentRoom, (room) => [room.number]);
  }
}

function isRoomKey(key: CursorKey): key is readonly [string] {
  return key.length === 1 && typeof key[0] === 'string';
}
