import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { RoomNumberTaken, RoomReserved } from './room.errors';
import { RoomTerms, RoomView } from './room.view';

export class ChangeRoomRequest extends RoomTerms {
  @IsId()
  hotelId: string;

  @IsId()
  roomId: string;
}

/** Replaces what is said of a room. */
export const ChangeRoom = defineCommand<ChangeRoomRequest, RoomView>({
  topic: 'hotel-management.change-room',
  request: ChangeRoomRequest,
  reply: RoomView,
  problems: [RoomNumberTaken, RoomReserved],
});
