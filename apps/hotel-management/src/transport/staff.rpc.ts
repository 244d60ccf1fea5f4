import {
  ChangeStaffMember as ChangeStaffMemberContract, type ChangeStaffMemberRequest, FindStaff as FindStaffContract, type FindStaffRequest,
  HandOverHotel as HandOverHotelContract, type HandOverHotelRequest,
  RegisterStaffMember as RegisterStaffMemberContract, type RegisterStaffMemberRequest, RemoveStaffMember, type RemoveStaffMemberRequest,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangeStaffMember } from '../application/change-staff-member';
import { FindStaff } from '../application/find-staff';
import { HandOverHotel } from '../application/hand-over-hotel';
import { RegisterStaffMember } from '../application/register-staff-member';

/** Who works in a hotel. */
@Controller()
export class StaffRpc {
  constructor(
    private readonly registerStaffMember: RegisterStaffMember,
    private readonly changeStaffMember: ChangeStaffMember,
    private readonly findStaff: FindStaff,
    private readonly handOverHotel: HandOverHotel,
  ) {}

  /** `hotel-management.register-staff-member` */
  @Handles(RegisterStaffMemberContract)
  register(request: RegisterStaffMemberRequest, context: MessageContext) {
    return this.registerStaffMember.execute(request, context);
  }

  /** `hotel-management.hand-over-hotel` */
  @Handles(HandOverHotelContract)
  handOver(request: HandOverHotelRequest, context: MessageContext) {
    return this.handOverHotel.execute(request, context);
  }

  /** `hotel-management.change-staff-member` */
  @Handles(ChangeStaffMemberContract)
  change(request: ChangeStaffMemberRequest, context: MessageContext) {
    return this.changeStaffMember.change(request, context);
  }

  /** `hotel-management.remove-staff-member` */
  @Handles(RemoveStaffMember)
  remove(request: RemoveStaffMemberRequest, context: MessageContext) {
    return this.changeStaffMember.remove(request, context);
  }

  /** `hotel-management.find-staff` */
  @Handles(FindStaffContract)
  find(request: FindStaffRequest, context: MessageContext) {
    return this.findStaff.execute(request, context);
  }
}
