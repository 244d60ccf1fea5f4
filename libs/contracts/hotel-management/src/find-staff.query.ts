import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { StaffMemberView } from './staff-member.view';

/** Whose staff. */
export class FindStaffRequest extends PageRequest {
  @IsId()
  hotelId: string;
}

/** Everybody who works in a hotel, who came first before the others. */
export const FindStaff = defineQuery<FindStaffRequest, Page<StaffMemberView>>({
  topic: 'hotel-management.find-staff',
  request: FindStaffRequest,
  reply: StaffMemberView,
  answers: 'page',
});
