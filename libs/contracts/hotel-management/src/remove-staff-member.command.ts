import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { LastOwner, LetsTheRooms } from './staff.errors';

/** Who is to go. */
export class RemoveStaffMemberRequest {
  @IsId()
  hotelId: string;

  @IsId()
  staffMemberId: string;
}

/** An owner lets somebody in no longer; from the next request on. */
export const RemoveStaffMember = defineCommand<RemoveStaffMemberRequest>({
  topic: 'hotel-management.remove-staff-member',
  request: RemoveStaffMemberRequest,
  problems: [LastOwner, LetsTheRooms],
});
