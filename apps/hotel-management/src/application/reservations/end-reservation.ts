import { type CancelReservationRequest, type ReservationRequest, type ReservationView, TooEarlyForThis } from '@bookable/contracts-hotel-management';
import { DomainError, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type ReservationAction, periodOf, wasTakenBefore } from '../../domain/reservation';
import { CleaningStore } from '../../persistence/cleaning.store';
import type { Hold } from '../../persistence/hotel.store';
import { ReservationReader } from '../../persistence/reservation.reader';
import { type ReservationRow, ReservationStore, type StepTaken } from '../../persistence/reservation.store';
import { RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { userOf } from '../staff-door';
import { presentReservation } from './present-reservation';
import { type OpenedReservation, ReservationDoor, nextStatus, whenSettled } from './reservation-door';
import { SettleReservation } from './settle-reservation';

type EndingAction = Extract<ReservationAction, 'cancel' | 'check-out' | 'no-show'>;

interface Ending {
  readonly action: EndingAction;
  readonly reason?: string;
}

/** Ends reservations: called off, left, or never come to (E5, E6). Their time is free the moment booking has heard of it. */
@Injectable()
export class EndReservation {
  constructor(
    private readonly database: Database,
    private readonly door: ReservationDoor,
    private readonly reservations: ReservationStore,
    private readonly reader: ReservationReader,
    private readonly assignments: RoomAssignmentStore,
    private readonly cleanings: CleaningStore,
    private readonly settle: SettleReservation,
    private readonly clock: Clock,
  ) {}

  cancel(request: CancelReservationRequest, context: MessageContext): Promise<ReservationView> {
    return this.end((tx, hold) => this.door.forBoth(tx, request, context, hold), { action: 'cancel', reason: request.reason }, context);
  }

  checkOut(request: ReservationRequest, context: MessageContext): Promise<ReservationView> {
    return this.end((tx, hold) => this.door.forDesk(tx, request, context, hold), { action: 'check-out' }, context);
  }

  noShow(request: ReservationRequest, context: MessageContext): Promise<ReservationView> {
    return this.end((tx, hold) => this.door.forDesk(tx, request, context, hold), { action: 'no-show' }, context);
  }

  /** The same where a booking has been called off, missed or completed elsewhere, by whoever holds the hotel. */
  async follow(tx: Transaction, reservation: ReservationRow, action: EndingAction, { actorId, reason, now }: Omit<StepTaken, 'action'>): Promise<void> {
    const status = nextStatus(reservation, action);
    const after = { status, isReleaseDue: true, wordNumber: reservation.wordNumber + 1, ...(reason && { reason }), ...(action === 'check-out' && { checkedOutAt: now }) };
    await Promise.all([
      this.reservations.write(tx, reservation, after, { action, actorId, reason, now }),
      action === 'check-out' ? this.leave(tx, reservation, actorId, now) : this.stayAway(tx, reservation),
    ]);
  }

  private async end(open: (tx: Transaction, hold: Hold) => Promise<OpenedReservation>, ending: Ending, context: MessageContext): Promise<ReservationView> {
    const answer = await whenSettled(this.database, async (tx, hold) => {
      const { reservation } = await open(tx, hold);
      if (!wasTakenBefore(reservation.status, ending.action)) await this.write(tx, reservation, ending, userOf(context));
      return presentReservation((await this.reader.one(tx, reservation.id))!);
    });
    await this.settle.releaseSoon(answer.id);
    return answer;
  }

  private async write(tx: Transaction, reservation: ReservationRow, { action, reason }: Ending, actorId: string): Promise<void> {
    const now = this.clock.now();
    nextStatus(reservation, action);
    if (action === 'no-show' && now.getTime() < periodOf(reservation.terms).fromMs) throw new DomainError(TooEarlyForThis, 'They may still come.');
    await this.follow(tx, reservation, action, { actorId, reason, now });
  }

  private async stayAway(tx: Transaction, { id }: ReservationRow): Promise<void> {
    await this.assignments.swap(tx, await this.assignments.of(tx, id), []);
  }

  /** The room was theirs until now, and is to be cleaned. */
  private async leave(tx: Transaction, { id, hotelId }: ReservationRow, actorId: string | null, now: Date): Promise<void> {
    const given = await this.assignments.of(tx, id);
    const last = given.at(-1);
    if (!last) return;
    const nowMs = now.getTime();
    const over = given.filter(({ toMs }) => toMs > nowMs);
    await Promise.all([
      this.assignments.swap(tx, over, over.filter(({ fromMs }) => fromMs < nowMs).map((one) => ({ ...one, toMs: nowMs }))),
      this.cleanings.request(tx, { id: newId(nowMs), hotelId, roomId: last.roomId, cause: 'check-out', requestedBy: actorId, requestedAt: now }),
    ]);
  }
}
