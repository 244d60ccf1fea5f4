import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { RoomNumberTaken } from './room.errors';
import { RoomTerms, RoomView } from './room.view';

export class AddRoomRequest extends RoomTerms {
  @IsId()
  hotelId: string;
}

/** Adds a room to one's hotel; its type is offered for booking from then on. */
export const AddRoom = defineCommand<AddRoomRequest, RoomView>({
  topic: 'hotel-management.add-room',
  request: AddRoomRequest,
  reply: RoomView,
  problems: [RoomNumberTaken],
});
