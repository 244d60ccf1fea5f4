import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { RoomView } from './room.view';

export class FindRoomsRequest extends PageRequest {
  @IsId()
  hotelId: string;
}

/** The rooms of one's hotel by number. */
export const FindRooms = defineQuery<FindRoomsRequest, Page<RoomView>>({
  topic: 'hotel-management.find-rooms',
  request: FindRoomsRequest,
  reply: RoomView,
  answers: 'page',
});

export class GetRoomRequest {
  @IsId()
  hotelId: string;

  @IsId()
  roomId: string;
}

/** One room of one's hotel. */
export const GetRoom = defineQuery<GetRoomRequest, RoomView>({ topic: 'hotel-management.get-room', request: GetRoomRequest, reply: RoomView });
