import type { CheckInGroupRequest, ReservationGroupView } from '@bookable/contracts-hotel-management';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { groupPayment } from '../../domain/group-payment';
import { CheckIn } from '../reservations/check-in';
import { nextStatus, whenSettled } from '../reservations/reservation-door';
import { userOf } from '../staff-door';
import { GroupDoor } from './group-door';

/** All of a group who are still expected arrive at once: each is given a room and pays, or none is let in (E6). */
@Injectable()
export class CheckInGroup {
  constructor(
    private readonly database: Database,
    private readonly door: GroupDoor,
    private readonly checkIn: CheckIn,
    private readonly clock: Clock,
  ) {}

  async execute(request: CheckInGroupRequest, context: MessageContext): Promise<ReservationGroupView> {
    const { overrideReason, payment: { method, amount } = { method: 'cash' as const, amount: undefined } } = request;
    await whenSettled(this.database, async (tx) => {
      const { hotel, reservations } = await this.door.forDesk(tx, request, context);
      const expected = reservations.filter(({ status }) => status === 'confirmed');
      if (expected.length === 0 && !reservations.some(({ status }) => status === 'in_progress')) nextStatus(reservations[0]!, 'check-in');
      const totals = expected.map(({ totalAmount }) => totalAmount);
      const shares = amount === undefined ? totals : groupPayment(amount, totals);
      const arrival = { actorId: userOf(context), now: this.clock.now(), hold: 'alone' } as const;
      for (const [index, reservation] of expected.entries()) {
        await this.checkIn.letIn(tx, { hotel, reservation }, { overrideReason, payment: { method, amount: shares[index] } }, arrival);
      }
    });
    return this.door.show(request, context);
  }
}
