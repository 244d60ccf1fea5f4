/** What somebody may be in a hotel. */
export type StaffRole = 'owner' | 'administrator' | 'cleaner';

/** Who may do what in a hotel, by role (requirements E1 to E13). */
export const DUTIES = {
  'own the hotel': ['owner'],
  'read the books': ['owner'],
  'price nights': ['owner', 'administrator'],
  'serve guests': ['owner', 'administrator'],
  'clean rooms': ['owner', 'administrator', 'cleaner'],
  'know the rooms': ['owner', 'administrator', 'cleaner'],
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>;

/** Something that is done in a hotel by whoever has a role for it. */
export type Duty = keyof typeof DUTIES;

/** Whether somebody of that role is there to do this; who has no role is there for nothing. */
export function mayDo(duty: Duty, role: StaffRole | null): boolean {
  return role !== null && (DUTIES[duty] as readonly StaffRole[]).includes(role);
}

/** An owner who can sign in; an address that nobody has confirmed yet owns nothing. */
interface Member {
  readonly id: string;
  readonly role: StaffRole;
  readonly userId: string | null;
}

/** Whether a hotel would be left without an owner if somebody went, or were given that role. */
export function leavesNoOwner(staff: readonly Member[], memberId: string, nextRole?: StaffRole): boolean {
  const wouldOwn = ({ id, role, userId }: Member): boolean => userId !== null && (id === memberId ? nextRole === 'owner' : role === 'owner');
  return !staff.some(wouldOwn);
}
