import {
  AddRoom,
  type AddRoomRequest,
  ChangeRoom,
  type ChangeRoomRequest,
  FindRooms as FindRoomsContract,
  type FindRoomsRequest,
  GetRoom,
  type GetRoomRequest,
  RemoveRoom as RemoveRoomContract,
  type RemoveRoomRequest,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FindRooms } from '../application/find-rooms';
import { KeepRoom } from '../application/keep-room';
import { RemoveRoom } from '../application/remove-room';

@Controller()
export class RoomsRpc {
  constructor(
    private readonly keepRoom: KeepRoom,
    private readonly removeRoom: RemoveRoom,
    private readonly findRooms: FindRooms,
  ) {}

  @Handles(AddRoom)
  add(request: AddRoomRequest, context: MessageContext) {
    return this.keepRoom.add(request, context);
  }

  @Handles(ChangeRoom)
  change(request: ChangeRoomRequest, context: MessageContext) {
    return this.keepRoom.change(request, context);
  }

  @Handles(RemoveRoomContract)
  remove(request: RemoveRoomRequest, context: MessageContext) {
    return this.removeRoom.execute(request, context);
  }

  @Handles(GetRoom)
  one(request: GetRoomRequest, context: MessageContext) {
    return this.findRooms.one(request, context);
  }

  @Handles(FindRoomsContract)
  page(request: FindRoomsRequest, context: MessageContext) {
    return this.findRooms.page(request, context);
  }
}
