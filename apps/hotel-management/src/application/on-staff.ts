import type { AuditNote } from '@bookable/platform-database';
import type { StaffMemberRow } from '../persistence/staff.store';

/** What an owner did with somebody who works in the hotel, for the audit log, which the owners of that hotel may read. */
export function onStaff(action: string, { id, hotelId, userId }: Pick<StaffMemberRow, 'id' | 'hotelId' | 'userId'>): AuditNote {
  return { action, as: 'owner', subject: `staff-member ${id}`, scope: hotelId, affects: userId === null ? [] : [userId] };
}
