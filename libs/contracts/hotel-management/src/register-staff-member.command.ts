import { NotFound, defineCommand } from '@bookable/kernel';
import { IsId, MayBeLeftOut } from '@bookable/wire';
import { IsEmail, IsIn, MaxLength } from 'class-validator';
import { NotBornYet } from './person.errors';
import { PersonTerms } from './person-terms.view';
import { AlreadyOnStaff, NobodyNamed } from './staff.errors';
import { STAFF_ROLES, type StaffRole, StaffMemberView } from './staff-member.view';

/** Who is to work in the hotel: an account, or an address whose account may still have to be made. */
export class RegisterStaffMemberRequest extends PersonTerms {
  @IsId()
  hotelId: string;

  @MayBeLeftOut() @IsId()
  userId?: string;

  /** Where no account is named. */
  @MayBeLeftOut() @IsEmail() @MaxLength(254)
  email?: string;

  @IsIn(STAFF_ROLES)
  role: StaffRole;
}

/** An owner lets somebody work in the hotel (E3). An address is let in once its account has confirmed it. */
export const RegisterStaffMember = defineCommand<RegisterStaffMemberRequest, StaffMemberView>({
  topic: 'hotel-management.register-staff-member',
  request: RegisterStaffMemberRequest,
  reply: StaffMemberView,
  problems: [AlreadyOnStaff, NobodyNamed, NotBornYet, NotFound],
});
