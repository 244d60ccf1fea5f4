import { newId } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { GivenRoom } from '../../domain/planned-stays';
import { roomTimeOf } from '../../domain/reservation';
import { CleaningStore } from '../../persistence/cleaning.store';
import { type ReservationRow, ReservationStore, type StepTaken } from '../../persistence/reservation.store';
import { RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { ArrangeRooms } from './arrange-rooms';
import { ReadyRooms } from './ready-rooms';

/** Where a guest moves to, and why it need not be clean. */
interface Move {
  readonly roomId: string;
  readonly overrideReason?: string;
}

/** A guest moves to another room of the same type in the middle of their stay; the one they leave is to be cleaned. */
@Injectable()
export class MoveWithinHouse {
  constructor(
    private readonly assignments: RoomAssignmentStore,
    private readonly reservations: ReservationStore,
    private readonly cleanings: CleaningStore,
    private readonly ready: ReadyRooms,
    private readonly arrange: ArrangeRooms,
  ) {}

  async execute(tx: Transaction, reservation: ReservationRow, { roomId, overrideReason }: Move, step: StepTaken & { readonly actorId: string }): Promise<void> {
    const { id, hotelId, terms } = reservation;
    const given = await this.assignments.of(tx, id);
    const present = given.at(-1);
    if (!present || present.roomId === roomId) return;
    const { now } = step;
    const givenWith = (next: string) => movedAt(given, next, now.getTime(), roomTimeOf(terms).toMs);
    const wanted = { reservation, roomIds: [await this.ready.named(tx, reservation, roomId)], overrideReason, givenWith, now, hold: 'alone' } as const;
    const { swap } = await this.ready.firstReady(tx, wanted);
    await this.arrange.keep(tx, swap);
    await this.cleanings.request(tx, { id: newId(now.getTime()), hotelId, roomId: present.roomId, cause: 'check-out', requestedBy: step.actorId, requestedAt: now });
    await this.reservations.write(tx, reservation, {}, step);
  }
}

/** The rooms of a stay with another one from now on; a room whose time had not begun was never theirs. */
function movedAt(given: readonly GivenRoom[], roomId: string, nowMs: number, hasItUntilMs: number): GivenRoom[] {
  const before = given.filter(({ fromMs }) => fromMs < nowMs).map((one) => ({ ...one, toMs: Math.min(one.toMs, nowMs) }));
  const beginsMs = before.length > 0 ? nowMs : given[0]!.fromMs;
  return [...before, { roomId, fromMs: beginsMs, toMs: Math.max(hasItUntilMs, beginsMs + 1) }];
}
