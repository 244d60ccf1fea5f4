import type { ReservationGroupView } from '@bookable/contracts-hotel-management';
import { DomainError, Forbidden, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { mayDo } from '../../domain/staff';
import type { HotelForSomebody } from '../../persistence/hotel.store';
import { type ReservationGroupRow, ReservationGroupStore } from '../../persistence/reservation-group.store';
import { ReservationReader } from '../../persistence/reservation.reader';
import type { ReservationRow, ShownReservationRow } from '../../persistence/reservation.store';
import { settled } from '../reservations/reservation-door';
import { StaffDoor, userOf } from '../staff-door';
import { presentGroup } from './present-group';

/** Of which hotel, and which group. */
interface GroupName {
  readonly hotelId: string;
  readonly groupId: string;
}

/** A group as whoever may touch it holds it in a transaction, with all of its reservations. */
export interface OpenedGroup {
  readonly hotel: HotelForSomebody;
  readonly reservations: readonly ReservationRow[];
  readonly isDesk: boolean;
}

/** Opens a group to the desk of its hotel, and to whose it is: what is done to all of it has the hotel to itself. */
@Injectable()
export class GroupDoor {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDoor,
    private readonly groups: ReservationGroupStore,
    private readonly reader: ReservationReader,
  ) {}

  async forDesk(tx: Transaction, { hotelId, groupId }: GroupName, context: MessageContext): Promise<OpenedGroup> {
    const hotel = await this.staff.lock(tx, hotelId, 'serve guests', context);
    return { hotel, isDesk: true, reservations: await this.roomsOf(tx, await this.groups.find(tx, hotelId, groupId)) };
  }

  async forBoth(tx: Transaction, { hotelId, groupId }: GroupName, context: MessageContext): Promise<OpenedGroup> {
    const hotel = await this.staff.enter(tx, hotelId, context);
    const group = await this.groups.find(tx, hotelId, groupId);
    const isDesk = mayDo('serve guests', hotel.role);
    if (!isDesk && group?.userId !== userOf(context)) throw new DomainError(Forbidden);
    return { hotel, isDesk, reservations: await this.roomsOf(tx, group) };
  }

  /** The group as its readers get it. */
  async show({ hotelId, groupId }: GroupName, context: MessageContext): Promise<ReservationGroupView> {
    const hotel = await this.staff.visit(hotelId, context);
    const group = await this.groups.find(this.database, hotelId, groupId);
    if (!mayDo('serve guests', hotel.role) && group?.userId !== userOf(context)) throw new DomainError(Forbidden);
    const rows = group ? await this.reader.ofGroup(this.database, groupId) : [];
    if (!group || !rows.every(isShown)) throw noSuchGroup();
    return presentGroup(group, rows);
  }

  private async roomsOf(tx: Transaction, group: ReservationGroupRow | undefined): Promise<ReservationRow[]> {
    if (!group) throw noSuchGroup();
    return (await this.groups.lockRooms(tx, group.id)).map(settled);
  }
}

/** What booking has yet to answer, or has refused, is shown to nobody. */
function isShown({ status }: ShownReservationRow): boolean {
  return status !== 'requesting' && status !== 'refused';
}

function noSuchGroup(): DomainError {
  return new DomainError(NotFound, 'There is no such group.');
}
