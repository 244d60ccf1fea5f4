import { type ChangeStaffMemberRequest, type RemoveStaffMemberRequest, LastOwner, LetsTheRooms, type StaffMemberView } from '@bookable/contracts-hotel-management';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type StaffRole, leavesNoOwner } from '../domain/staff';
import type { HotelRow } from '../persistence/hotel.store';
import { type StaffMemberRow, StaffStore } from '../persistence/staff.store';
import { onStaff } from './on-staff';
import { presentStaffMember } from './present-person';
import { StaffDoor } from './staff-door';
import { unlessUnborn } from './unless-unborn';

/** An owner says something else of somebody who works in the hotel, or lets them go; a hotel is never without an owner. */
@Injectable()
export class ChangeStaffMember {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly staff: StaffStore,
    private readonly clock: Clock,
  ) {}

  change(request: ChangeStaffMemberRequest, context: MessageContext): Promise<StaffMemberView> {
    return this.database.transaction(async (tx) => {
      const hotel = await this.door.lock(tx, request.hotelId, 'own the hotel', context);
      unlessUnborn(request, hotel, this.clock.now());
      const member = await this.spare(tx, hotel, request.staffMemberId, request.role);
      const { id } = member;
      const { role, firstName, lastName, birthDate, phone = null } = request;
      tx.audit({ ...onStaff(AUDITED.staffMemberChanged, member), facts: { from: member.role, to: role } });
      return presentStaffMember(await this.staff.change(tx, { id, role, firstName, lastName, birthDate, phone }));
    });
  }

  remove({ hotelId, staffMemberId }: RemoveStaffMemberRequest, context: MessageContext): Promise<void> {
    return this.database.transaction(async (tx) => {
      const hotel = await this.door.lock(tx, hotelId, 'own the hotel', context);
      const member = await this.spare(tx, hotel, staffMemberId);
      await this.staff.remove(tx, member.id);
      tx.audit({ ...onStaff(AUDITED.staffMemberRemoved, member), facts: { role: member.role } });
    });
  }

  /** Somebody the hotel can do without, or can do with in another role. */
  private async spare(tx: Transaction, hotel: HotelRow, memberId: string, nextRole?: StaffRole): Promise<StaffMemberRow> {
    const staff = await this.staff.all(tx, hotel.id);
    const member = staff.find(({ id }) => id === memberId);
    if (!member) throw new DomainError(NotFound, 'Nobody of that id works here.');
    if (leavesNoOwner(staff, memberId, nextRole)) throw new DomainError(LastOwner);
    if (member.userId === hotel.ownerId && nextRole !== 'owner') throw new DomainError(LetsTheRooms);
    return member;
  }
}
