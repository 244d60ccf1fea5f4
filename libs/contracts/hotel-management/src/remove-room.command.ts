import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';

export class RemoveRoomRequest {
  @IsId()
  hotelId: string;

  @IsId()
  roomId: string;
}

/** Takes a room out of the hotel. */
export const RemoveRoom = defineCommand<RemoveRoomRequest>({ topic: 'hotel-management.remove-room', request: RemoveRoomRequest });
