import { NoRoomFree, RoomNotClean, RoomOccupied, RoomOfAnotherType } from '@bookable/contracts-hotel-management';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, NotFound } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { GivenRoom, RoomNeed } from '../../domain/planned-stays';
import { CleaningStore } from '../../persistence/cleaning.store';
import type { Hold } from '../../persistence/hotel.store';
import type { ReservationRow } from '../../persistence/reservation.store';
import { RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { RoomStore } from '../../persistence/room.store';
import { ArrangeRooms, type RoomSwap } from './arrange-rooms';
import { HotelNeededAlone } from './beside-others-first';

/** Which rooms would do for a guest who stands at the desk. */
export interface RoomsWanted {
  readonly reservation: ReservationRow;
  /** In the order in which they are liked. */
  readonly roomIds: readonly string[];
  /** Why it need not be clean. */
  readonly overrideReason?: string;
  /** The rooms of the whole stay, if the guest had this one now. */
  readonly givenWith: (roomId: string) => readonly GivenRoom[];
  readonly now: Date;
  readonly hold: Hold;
}

/** Lets guests into rooms: empty, clean, and such that everybody else still gets one. */
@Injectable()
export class ReadyRooms {
  constructor(
    private readonly rooms: RoomStore,
    private readonly assignments: RoomAssignmentStore,
    private readonly cleanings: CleaningStore,
    private readonly arrange: ArrangeRooms,
  ) {}

  /** A room of the hotel, of the type that was reserved. */
  async named(tx: Transaction, { hotelId, terms }: ReservationRow, roomId: string): Promise<string> {
    const room = await this.rooms.find(tx, hotelId, roomId);
    if (!room) throw new DomainError(NotFound, 'There is no such room.');
    if (room.roomTypeId !== terms.roomTypeId) throw new DomainError(RoomOfAnotherType);
    return room.id;
  }

  /**
   * The first of the rooms that is ready, and what of others is in its way; refuses with what is in the way of the last one where
   * none is. Beside others only the room that is liked best is looked at, behind its own lock.
   */
  async firstReady(tx: Transaction, { reservation, roomIds, overrideReason, givenWith, now, hold }: RoomsWanted): Promise<{ readonly roomId: string; readonly swap: RoomSwap }> {
    const best = roomIds[0];
    const [, occupants, toClean] = await Promise.all([hold === 'beside others' && best && this.rooms.lock(tx, reservation.hotelId, best), this.assignments.occupants(tx, reservation.hotelId), this.cleanings.roomsToClean(tx, reservation.hotelId)]);
    const isEmpty = (roomId: string): boolean => (occupants.get(roomId) ?? reservation.id) === reservation.id;
    const empty = roomIds.filter(isEmpty);
    const clean = empty.filter((roomId) => overrideReason !== undefined || !toClean.has(roomId));
    if (hold === 'beside others' && clean[0] !== best) throw new HotelNeededAlone();
    for (const roomId of clean) {
      const need: RoomNeed = { ...reservation, status: 'in_progress', given: givenWith(roomId) };
      const swap = await this.arrange.wayFor(tx, reservation.hotelId, reservation.terms.roomTypeId, now, need, hold);
      if (!swap) continue;
      if (toClean.has(roomId)) tx.audit({ action: AUDITED.uncleanRoomGiven, as: 'staff', subject: `reservation ${reservation.id}`, scope: reservation.hotelId, reason: overrideReason, facts: { roomId } });
      return { roomId, swap };
    }
    if (empty.length === 0) throw new DomainError(RoomOccupied);
    throw new DomainError(clean.length === 0 ? RoomNotClean : NoRoomFree);
  }
}
