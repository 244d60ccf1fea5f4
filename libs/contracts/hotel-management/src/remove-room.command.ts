import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { RoomReserved } from './room.errors';

export class RemoveRoomRequest {
  @IsId()
  hotelId: string;

  @IsId()
  roomId: string;
}

/** Takes a room out of the hotel. Who was to have it is given another one; where there is none, or it was promised, it is refused. */
export const RemoveRoom = defineCommand<RemoveRoomRequest>({ topic: 'hotel-management.remove-room', request: RemoveRoomRequest, problems: [RoomReserved] });
