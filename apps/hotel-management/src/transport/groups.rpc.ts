import {
  CancelGroup, type CancelGroupRequest, ChangeGroup as ChangeGroupContract, type ChangeGroupRequest, CheckInGroup as CheckInGroupContract, type CheckInGroupRequest, CheckOutGroup, GetGroup,
  type GroupRequest, ReserveGroup as ReserveGroupContract, type ReserveGroupRequest,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangeGroup } from '../application/groups/change-group';
import { CheckInGroup } from '../application/groups/check-in-group';
import { EndGroup } from '../application/groups/end-group';
import { GroupDoor } from '../application/groups/group-door';
import { ReserveGroup } from '../application/groups/reserve-group';

/** Several rooms that are reserved as one. */
@Controller()
export class GroupsRpc {
  constructor(
    private readonly reserveGroup: ReserveGroup,
    private readonly groups: GroupDoor,
    private readonly changeGroup: ChangeGroup,
    private readonly checkInGroup: CheckInGroup,
    private readonly endGroup: EndGroup,
  ) {}

  /** `hotel-management.reserve-group` */
  @Handles(ReserveGroupContract)
  reserve(request: ReserveGroupRequest, context: MessageContext) {
    return this.reserveGroup.execute(request, context);
  }

  /** `hotel-management.get-group` */
  @Handles(GetGroup)
  one(request: GroupRequest, context: MessageContext) {
    return this.groups.show(request, context);
  }

  /** `hotel-management.change-group` */
  @Handles(ChangeGroupContract)
  change(request: ChangeGroupRequest, context: MessageContext) {
    return this.changeGroup.execute(request, context);
  }

  /** `hotel-management.cancel-group` */
  @Handles(CancelGroup)
  cancel(request: CancelGroupRequest, context: MessageContext) {
    return this.endGroup.cancel(request, context);
  }

  /** `hotel-management.check-in-group` */
  @Handles(CheckInGroupContract)
  arrive(request: CheckInGroupRequest, context: MessageContext) {
    return this.checkInGroup.execute(request, context);
  }

  /** `hotel-management.check-out-group` */
  @Handles(CheckOutGroup)
  leave(request: GroupRequest, context: MessageContext) {
    return this.endGroup.checkOut(request, context);
  }
}
