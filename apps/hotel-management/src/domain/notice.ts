import { type Duty, type StaffRole, mayDo } from './staff';

/** What the staff is told when its time comes. */
export type NoticeKind = 'departure-due' | 'stay-overdue' | 'cleaning-due';

/** Whose business each is: who has that to do. */
export const NOTICE_DUTY: Readonly<Record<NoticeKind, Duty>> = {
  'departure-due': 'serve guests',
  'stay-overdue': 'serve guests',
  'cleaning-due': 'clean rooms',
};

interface Member {
  readonly hotelId: string;
  readonly userId: string | null;
  readonly role: StaffRole;
}

/** The accounts of those in a hotel who are there for something; an address that nobody has confirmed yet is told nothing. */
export function readersIn(hotelId: string, staff: readonly Member[], duty: Duty): string[] {
  return staff.flatMap((member) => (member.hotelId === hotelId && member.userId !== null && mayDo(duty, member.role) ? [member.userId] : []));
}
