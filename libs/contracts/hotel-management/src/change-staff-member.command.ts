import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsIn } from 'class-validator';
import { NotBornYet } from './person.errors';
import { PersonTerms } from './person-terms.view';
import { LastOwner, LetsTheRooms } from './staff.errors';
import { STAFF_ROLES, type StaffRole, StaffMemberView } from './staff-member.view';

/** Everything that is said of somebody anew; the account stays. */
export class ChangeStaffMemberRequest extends PersonTerms {
  @IsId()
  hotelId: string;

  @IsId()
  staffMemberId: string;

  @IsIn(STAFF_ROLES)
  role: StaffRole;
}

/** An owner says something else of somebody who works in the hotel, or gives them another role. */
export const ChangeStaffMember = defineCommand<ChangeStaffMemberRequest, StaffMemberView>({
  topic: 'hotel-management.change-staff-member',
  request: ChangeStaffMemberRequest,
  reply: StaffMemberView,
  problems: [LastOwner, LetsTheRooms, NotBornYet],
});
