import { type CheckInRequest, type ReservationView, StayIsPast, TooEarlyForThis } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { periodOf, roomTimeOf, wasTakenBefore } from '../../domain/reservation';
import { hasArrivalDayCome } from '../../domain/stay-time';
import { GuestStore } from '../../persistence/guest.store';
import type { Hold } from '../../persistence/hotel.store';
import { NEW_PAYMENT, PaymentStore } from '../../persistence/payment.store';
import { type ReservationRow, ReservationStore } from '../../persistence/reservation.store';
import { ReservationReader } from '../../persistence/reservation.reader';
import { RoomStore } from '../../persistence/room.store';
import { userOf } from '../staff-door';
import { ArrangeRooms } from './arrange-rooms';
import { presentReservation } from './present-reservation';
import { ReadyRooms } from './ready-rooms';
import { type OpenedReservation, ReservationDoor, nextStatus, whenSettled } from './reservation-door';
import { SettleReservation } from './settle-reservation';

/** Who lets a guest in, when, and how they hold the hotel. */
export interface Arrival {
  readonly actorId: string;
  readonly now: Date;
  readonly hold: Hold;
}

/** A guest arrives: they are given a room and pay (E6). Of two desks one checks them in, and the other finds them in the house. */
@Injectable()
export class CheckIn {
  constructor(
    private readonly database: Database,
    private readonly door: ReservationDoor,
    private readonly rooms: RoomStore,
    private readonly ready: ReadyRooms,
    private readonly arrange: ArrangeRooms,
    private readonly guests: GuestStore,
    private readonly reservations: ReservationStore,
    private readonly reader: ReservationReader,
    private readonly payments: PaymentStore,
    private readonly settle: SettleReservation,
    private readonly clock: Clock,
  ) {}

  async execute(request: CheckInRequest, context: MessageContext): Promise<ReservationView> {
    const answer = await whenSettled(this.database, async (tx, hold) => {
      const { hotel, reservation } = await this.door.forDesk(tx, request, context, hold);
      if (!wasTakenBefore(reservation.status, 'check-in')) {
        await this.letIn(tx, { hotel, reservation }, request, { actorId: userOf(context), now: this.clock.now(), hold });
      }
      return presentReservation((await this.reader.one(tx, reservation.id))!);
    });
    if (answer.bookingId) await this.settle.releaseSoon(answer.id);
    return answer;
  }

  /** One reservation within a transaction of the desk; refuses where its guest cannot be let in. */
  async letIn(tx: Transaction, { hotel, reservation }: Pick<OpenedReservation, 'hotel' | 'reservation'>, request: Omit<CheckInRequest, 'hotelId' | 'reservationId'>, { actorId, now, hold }: Arrival): Promise<void> {
    nextStatus(reservation, 'check-in');
    if (!hasArrivalDayCome(reservation.terms.from, now.getTime(), hotel.timeZone)) throw new DomainError(TooEarlyForThis, 'Their day of arrival has not come.');
    const { hotelId, terms } = reservation;
    const { overrideReason, payment: { method, amount = reservation.totalAmount } = { method: 'cash' } } = request;
    const { fromMs, toMs } = periodOf(terms);
    if (toMs <= now.getTime()) throw new DomainError(StayIsPast, 'The stay would have ended by now.');
    const givenWith = (roomId: string) => [{ roomId, fromMs: Math.max(fromMs, now.getTime()), toMs: roomTimeOf(terms).toMs }];
    const { roomId, swap } = await this.ready.firstReady(tx, { reservation, roomIds: await this.roomsFor(tx, reservation, request.roomId), overrideReason, givenWith, now, hold });
    const stayer = await this.stayerOf(tx, reservation, request.guestId);
    const { id: reservationId, currency } = reservation;
    await Promise.all([
      this.arrange.keep(tx, swap),
      this.reservations.write(tx, reservation, { ...stayer, ...bookingIsToHear(reservation), status: 'in_progress', checkedInAt: now }, { action: 'check-in', actorId, reason: overrideReason, now }),
      this.payments.add(tx, { ...NEW_PAYMENT, id: newId(now.getTime()), reservationId, hotelId, method, amount, currency, takenBy: actorId, at: now, roomId, roomTypeId: terms.roomTypeId }),
    ]);
  }

  /** The room asked for; else the one that was promised; else the planned one, and then the others of its type. */
  private async roomsFor(tx: Transaction, reservation: ReservationRow, roomId: string | undefined): Promise<string[]> {
    const { pinnedRoomId, roomTypeId } = reservation.terms;
    if (roomId !== undefined) return [await this.ready.named(tx, reservation, roomId)];
    if (pinnedRoomId !== null) return [pinnedRoomId];
    const [shown, all] = await Promise.all([this.reader.one(tx, reservation.id), this.rooms.idsOfType(tx, roomTypeId)]);
    const planned = shown?.roomId;
    return [...all.filter((id) => id === planned), ...all.filter((id) => id !== planned)];
  }

  private async stayerOf(tx: Transaction, reservation: ReservationRow, guestId: string | undefined): Promise<Pick<ReservationRow, 'guestId' | 'userId'>> {
    if (guestId === undefined) return reservation;
    const guest = await this.guests.find(tx, reservation.hotelId, guestId);
    if (!guest) throw new DomainError(NotFound, 'There is no such guest.');
    return { guestId: guest.id, userId: guest.userId ?? reservation.userId };
  }
}

/** Where the room was booked like any listing, the booking follows. */
function bookingIsToHear({ bookingId, wordNumber }: ReservationRow): Partial<ReservationRow> {
  return bookingId ? { isReleaseDue: true, wordNumber: wordNumber + 1 } : {};
}
