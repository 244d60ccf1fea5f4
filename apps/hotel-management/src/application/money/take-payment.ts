import { type PaymentView, type TakePaymentRequest, WrongReservationStatus } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { hasArrived } from '../../domain/reservation';
import { NEW_PAYMENT, PaymentStore } from '../../persistence/payment.store';
import { ReservationStore } from '../../persistence/reservation.store';
import { RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { StaffDoor, userOf } from '../staff-door';
import { presentPayment } from './present-payment';

/** The desk takes money from a guest who is there, or has left. A change of the stay that booking has yet to answer is no reason to wait. */
@Injectable()
export class TakePayment {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly reservations: ReservationStore,
    private readonly assignments: RoomAssignmentStore,
    private readonly payments: PaymentStore,
    private readonly clock: Clock,
  ) {}

  execute(request: TakePaymentRequest, context: MessageContext): Promise<PaymentView> {
    const { hotelId, reservationId, method, amount, note = null } = request;
    return this.database.command(context, request, async (tx) => {
      const { timeZone } = await this.door.lock(tx, hotelId, 'serve guests', context);
      const reservation = await this.reservations.lock(tx, hotelId, reservationId);
      if (!reservation || reservation.status === 'refused') throw new DomainError(NotFound, 'There is no such reservation.');
      const { status, currency, terms } = reservation;
      if (!hasArrived(status)) throw new DomainError(WrongReservationStatus, 'The guest has not arrived.', { reservationStatus: status });
      const [at, last] = [this.clock.now(), (await this.assignments.of(tx, reservationId)).at(-1)];
      const payment = { ...NEW_PAYMENT, id: newId(at.getTime()), reservationId, hotelId, method, amount, currency, note, takenBy: userOf(context), roomId: last?.roomId ?? null, roomTypeId: terms.roomTypeId, at };
      await this.payments.add(tx, payment);
      return presentPayment(payment, timeZone);
    });
  }
}
