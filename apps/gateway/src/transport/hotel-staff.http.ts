import {
  ChangeStaffMember, type ChangeStaffMemberRequest, FindStaff, type FindStaffRequest, HandOverHotel, type HandOverHotelRequest, RegisterStaffMember, type RegisterStaffMemberRequest,
  RemoveStaffMember, type RemoveStaffMemberRequest,
} from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId', mid: 'staffMemberId' };

/** Who works in a hotel, and as what. */
@Controller()
export class HotelStaffHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/hotels/:id/staff', RegisterStaffMember, { says: 'Lets somebody work in the hotel.', access: 'owner', status: 201, names })
  register(asked: RegisterStaffMemberRequest): Promise<Buffer> {
    return this.bus.forward(RegisterStaffMember, asked);
  }

  @Route('GET', '/api/hotels/:id/staff', FindStaff, { says: 'Who works in the hotel.', access: 'owner', names })
  find(asked: FindStaffRequest): Promise<Buffer> {
    return this.bus.forward(FindStaff, asked);
  }

  @Route('PUT', '/api/hotels/:id/staff/:mid', ChangeStaffMember, { says: 'Says something else of somebody, or gives them another role.', access: 'owner', names })
  change(asked: ChangeStaffMemberRequest): Promise<Buffer> {
    return this.bus.forward(ChangeStaffMember, asked);
  }

  @Route('PUT', '/api/hotels/:id/staff/:mid/hand-over', HandOverHotel, { says: 'Lets the rooms in the name of this owner from now on.', access: 'owner', names })
  handOver(asked: HandOverHotelRequest): Promise<Buffer> {
    return this.bus.forward(HandOverHotel, asked);
  }

  @Route('DELETE', '/api/hotels/:id/staff/:mid', RemoveStaffMember, { says: 'Lets somebody in no longer.', access: 'owner', names })
  remove(asked: RemoveStaffMemberRequest): Promise<Buffer> {
    return this.bus.forward(RemoveStaffMember, asked);
  }
}
