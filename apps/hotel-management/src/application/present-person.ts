import type { GuestView, StaffMemberView } from '@bookable/contracts-hotel-management';
import type { GuestRow } from '../persistence/guest.store';
import type { StaffMemberRow } from '../persistence/staff.store';

/** A stored member of the staff as an owner sees them. */
export function presentStaffMember(member: StaffMemberRow): StaffMemberView {
  const { id, hotelId, role, userId, email, firstName, lastName, birthDate, phone, createdAt } = member;
  return {
    id, hotelId, role,
    standing: userId === null ? 'awaited' : 'active',
    userId: userId ?? undefined,
    email: email ?? undefined,
    firstName: firstName ?? undefined,
    lastName: lastName ?? undefined,
    birthDate: birthDate ?? undefined,
    phone: phone ?? undefined,
    createdAt: createdAt.toISOString(),
  };
}

/** A stored guest as the desk sees them. */
export function presentGuest(guest: GuestRow): GuestView {
  const { id, hotelId, clientNumber, firstName, lastName, birthDate, userId, phone, email, note, createdAt } = guest;
  return {
    id, hotelId, clientNumber, firstName, lastName, birthDate,
    phone: phone ?? undefined,
    email: email ?? undefined,
    note: note ?? undefined,
    userId: userId ?? undefined,
    createdAt: createdAt.toISOString(),
  };
}

/** The same as the guests themselves see it, without what the desk has noted. */
export function presentGuestToThemselves(guest: GuestRow): GuestView {
  return { ...presentGuest(guest), note: undefined };
}
