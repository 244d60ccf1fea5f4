import {
  CancelGroup, type CancelGroupRequest, ChangeGroup, type ChangeGroupRequest, CheckInGroup, type CheckInGroupRequest, CheckOutGroup, GetGroup, type GroupRequest, ReserveGroup, type ReserveGroupRequest,
} from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId', gid: 'groupId' };

/** Several rooms of a hotel that are reserved as one; each is a reservation as well. */
@Controller()
export class HotelGroupsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/hotels/:id/groups', ReserveGroup, { says: 'Reserves several rooms, all of them or none: the desk for anybody, anybody else for themselves.', access: 'signed-in', status: 201, names })
  reserve(asked: ReserveGroupRequest): Promise<Buffer> {
    return this.bus.forward(ReserveGroup, asked);
  }

  @Route('GET', '/api/hotels/:id/groups/:gid', GetGroup, { says: 'A group with all of its rooms, for the desk and for whose it is.', access: 'owner', names })
  show(asked: GroupRequest): Promise<Buffer> {
    return this.bus.forward(GetGroup, asked);
  }

  @Route('PUT', '/api/hotels/:id/groups/:gid', ChangeGroup, { says: 'Changes when all rooms of a group are had, all of them or none.', access: 'owner', names })
  change(asked: ChangeGroupRequest): Promise<Buffer> {
    return this.bus.forward(ChangeGroup, asked);
  }

  @Route('PUT', '/api/hotels/:id/groups/:gid/cancel', CancelGroup, { says: 'Calls off every room of a group to which nobody has come.', access: 'owner', names })
  cancel(asked: CancelGroupRequest): Promise<Buffer> {
    return this.bus.forward(CancelGroup, asked);
  }

  @Route('PUT', '/api/hotels/:id/groups/:gid/check-in', CheckInGroup, { says: 'All of a group who are still expected arrive and pay, or none of them is let in.', access: 'owner', names })
  checkIn(asked: CheckInGroupRequest): Promise<Buffer> {
    return this.bus.forward(CheckInGroup, asked);
  }

  @Route('PUT', '/api/hotels/:id/groups/:gid/check-out', CheckOutGroup, { says: 'All of a group who are in the house leave.', access: 'owner', names })
  checkOut(asked: GroupRequest): Promise<Buffer> {
    return this.bus.forward(CheckOutGroup, asked);
  }
}
