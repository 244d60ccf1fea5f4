import { AlreadyOnStaff, NobodyNamed, type RegisterStaffMemberRequest, type StaffMemberView } from '@bookable/contracts-hotel-management';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../clients/accounts';
import { StaffStore } from '../persistence/staff.store';
import { onStaff } from './on-staff';
import { presentStaffMember } from './present-person';
import { StaffDoor } from './staff-door';
import { unlessUnborn } from './unless-unborn';

/**
 * An owner lets somebody work in the hotel (E3). An account is let in at once; an address once its account has
 * confirmed it, so that nobody gets in by signing up under somebody else's.
 */
@Injectable()
export class RegisterStaffMember {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly staff: StaffStore,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async execute(request: RegisterStaffMemberRequest, context: MessageContext): Promise<StaffMemberView> {
    await this.door.read(request.hotelId, 'own the hotel', context);
    const userId = await this.accountOf(request);
    return this.database.command(context, request, async (tx) => {
      const hotel = await this.door.lock(tx, request.hotelId, 'own the hotel', context);
      const createdAt = this.clock.now();
      unlessUnborn(request, hotel, createdAt);
      const { role, firstName, lastName, birthDate, phone = null, email = null } = request;
      const member = { id: newId(), hotelId: hotel.id, userId, email, role, firstName, lastName, birthDate, phone, createdAt };
      if (!(await this.staff.add(tx, member))) throw new DomainError(AlreadyOnStaff);
      tx.audit({ ...onStaff(AUDITED.staffMemberRegistered, member), facts: { role } });
      return presentStaffMember(member);
    });
  }

  private async accountOf({ userId, email }: RegisterStaffMemberRequest): Promise<string | null> {
    if (userId !== undefined) {
      if (!(await this.accounts.find({ id: userId }))) throw new DomainError(NotFound, 'There is no such account.');
      return userId;
    }
    if (email === undefined) throw new DomainError(NobodyNamed);
    const account = await this.accounts.find({ email });
    return account?.emailVerified ? account.id : null;
  }
}
