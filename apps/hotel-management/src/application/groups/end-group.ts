import type { CancelGroupRequest, GroupRequest, ReservationGroupView } from '@bookable/contracts-hotel-management';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type ReservationAction, statusAfter, wasTakenBefore } from '../../domain/reservation';
import { EndReservation } from '../reservations/end-reservation';
import { nextStatus, whenSettled } from '../reservations/reservation-door';
import { SettleReservation } from '../reservations/settle-reservation';
import { userOf } from '../staff-door';
import { GroupDoor, type OpenedGroup } from './group-door';

type EndingAction = Extract<ReservationAction, 'cancel' | 'check-out'>;

/** Ends all of a group that can end so: called off before anybody has come, or left by all who are in the house. */
@Injectable()
export class EndGroup {
  constructor(
    private readonly database: Database,
    private readonly door: GroupDoor,
    private readonly endings: EndReservation,
    private readonly settle: SettleReservation,
    private readonly clock: Clock,
  ) {}

  cancel(request: CancelGroupRequest, context: MessageContext): Promise<ReservationGroupView> {
    return this.end(request, 'cancel', context, (tx) => this.door.forBoth(tx, request, context));
  }

  checkOut(request: GroupRequest, context: MessageContext): Promise<ReservationGroupView> {
    return this.end(request, 'check-out', context, (tx) => this.door.forDesk(tx, request, context));
  }

  private async end(request: CancelGroupRequest, action: EndingAction, context: MessageContext, open: (tx: Transaction) => Promise<OpenedGroup>): Promise<ReservationGroupView> {
    const ended = await whenSettled(this.database, async (tx) => {
      const { reservations } = await open(tx);
      const ending = reservations.filter(({ status }) => statusAfter(status, action) !== undefined);
      if (ending.length === 0 && !reservations.some(({ status }) => wasTakenBefore(status, action))) nextStatus(reservations[0]!, action);
      for (const reservation of ending) await this.endings.follow(tx, reservation, action, { actorId: userOf(context), reason: request.reason, now: this.clock.now() });
      return ending.map(({ id }) => id);
    });
    for (const id of ended) await this.settle.releaseSoon(id);
    return this.door.show(request, context);
  }
}
