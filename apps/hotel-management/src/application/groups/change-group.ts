import type { ChangeGroupRequest, ReservationGroupView } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { ReservationRow } from '../../persistence/reservation.store';
import { ChangeReservation } from '../reservations/change-reservation';
import { nextStatus, whenSettled } from '../reservations/reservation-door';
import { SettleTogether } from '../reservations/settle-together';
import { userOf } from '../staff-door';
import { GroupDoor } from './group-door';

/** Changes when every room of a group is had that still stands: booking swaps all of their times in one step, or none. */
@Injectable()
export class ChangeGroup {
  constructor(
    private readonly database: Database,
    private readonly door: GroupDoor,
    private readonly changes: ChangeReservation,
    private readonly together: SettleTogether,
    private readonly clock: Clock,
  ) {}

  async execute(request: ChangeGroupRequest, context: MessageContext): Promise<ReservationGroupView> {
    const { hotelId, groupId, ...days } = request;
    const together = newId();
    await whenSettled(this.database, async (tx) => {
      const { hotel, reservations, isDesk } = await this.door.forBoth(tx, request, context);
      const asked = { actorId: userOf(context), now: this.clock.now(), hold: 'alone', together } as const;
      for (const reservation of thoseThatStand(reservations)) {
        nextStatus(reservation, 'change');
        await this.changes.change(tx, { hotel, reservation, isDesk }, { hotelId, reservationId: reservation.id, ...days }, asked);
      }
    });
    await this.together.execute(together);
    return this.door.show(request, context);
  }
}

/** Those that still can be changed; where there is none, all of them, so that it is refused with where they stand. */
function thoseThatStand(reservations: readonly ReservationRow[]): readonly ReservationRow[] {
  const standing = reservations.filter(({ status }) => status === 'confirmed' || status === 'in_progress');
  return standing.length > 0 ? standing : reservations;
}
