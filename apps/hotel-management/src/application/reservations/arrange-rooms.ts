import { NoRoomFree, RoomReserved } from '@bookable/contracts-hotel-management';
import { DomainError } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { assignRooms } from '../../domain/assign-rooms';
import { type RoomNeed, neededStays, waitsForARoom, withoutCleaning } from '../../domain/planned-stays';
import { type AssignmentRow, RoomAssignmentStore } from '../../persistence/room-assignment.store';
import type { Hold } from '../../persistence/hotel.store';
import { RoomStore } from '../../persistence/room.store';
import { HotelNeededAlone } from './beside-others-first';

/** Who loses which room and who gets which, so that everybody has what they need. */
export interface RoomSwap {
  readonly gone: readonly AssignmentRow[];
  readonly given: readonly AssignmentRow[];
}

/**
 * Gives the reservations of a room type their rooms, moving as few as it can; the caller holds the hotel. Where one reservation
 * alone has other needs, and some room is free for it, nobody else is looked at: everybody has a room already. Whoever holds
 * the hotel beside others gets no further than that.
 */
@Injectable()
export class ArrangeRooms {
  constructor(
    private readonly rooms: RoomStore,
    private readonly assignments: RoomAssignmentStore,
  ) {}

  /** Refuses where the rooms do not suffice; one reservation may have other needs than it has been given rooms for. */
  async ofTypes(tx: Transaction, hotelId: string, roomTypeIds: readonly string[], now: Date, need?: RoomNeed, hold?: Hold): Promise<void> {
    for (const roomTypeId of new Set(roomTypeIds)) {
      const swap = await this.wayFor(tx, hotelId, roomTypeId, now, need, hold);
      if (!swap) throw new DomainError(NoRoomFree);
      await this.keep(tx, swap);
    }
  }

  /** A type has one room fewer: whoever was to have that one gets another; refuses where they cannot. */
  async withoutRoom(tx: Transaction, hotelId: string, roomTypeId: string, now: Date): Promise<void> {
    if (!(await this.suffice(tx, hotelId, roomTypeId, now))) throw new DomainError(RoomReserved);
    await this.ofTypes(tx, hotelId, [roomTypeId], now);
  }

  /** Whether the rooms of a type suffice, with one more reservation or with one as it would be; nothing is changed. */
  async suffice(tx: Transaction, hotelId: string, roomTypeId: string, now: Date, need?: RoomNeed, hold?: Hold): Promise<boolean> {
    return (await this.wayFor(tx, hotelId, roomTypeId, now, need, hold)) !== undefined;
  }

  /** How everybody who needs a room of a type gets one, which is not written down yet; undefined where the rooms do not suffice. */
  async wayFor(tx: Transaction, hotelId: string, roomTypeId: string, now: Date, need?: RoomNeed, hold: Hold = 'alone'): Promise<RoomSwap | undefined> {
    const simple = need && (await this.besideOthers(tx, roomTypeId, now, need));
    if (!simple && hold === 'beside others') throw new HotelNeededAlone();
    return simple ?? this.amongAll(tx, hotelId, roomTypeId, now, need);
  }

  /** The refusal of a stay for which there is no room; it says so where the room has only to be cleaned at that time. */
  async refusalOf(tx: Transaction, hotelId: string, now: Date, need: RoomNeed): Promise<DomainError> {
    const { roomTypeId, cleanedAt } = need.wanted ?? need.terms;
    if (!cleanedAt) return new DomainError(NoRoomFree);
    const [rooms, present] = [await this.rooms.idsOfType(tx, roomTypeId), await this.assignments.needsOf(tx, hotelId, roomTypeId, now)];
    const needs = [...present.filter(({ id }) => id !== need.id), need].map(withoutCleaning);
    const wouldFit = assignRooms(rooms, needs.flatMap((one) => neededStays(one, roomTypeId, now.getTime()))) !== undefined;
    return new DomainError(NoRoomFree, wouldFit ? 'The room has to be cleaned between two guests, and there is no time for that.' : undefined);
  }

  async keep(tx: Transaction, { gone, given }: RoomSwap): Promise<void> {
    await this.assignments.swap(tx, gone, given);
  }

  /** A reservation needs no room any more. */
  async forget(tx: Transaction, reservationId: string): Promise<void> {
    await this.assignments.swap(tx, await this.assignments.of(tx, reservationId), []);
  }

  /** One reservation gets a room that nobody else has while it needs it; undefined where there is none, or it is not that simple. */
  private async besideOthers(tx: Transaction, roomTypeId: string, now: Date, need: RoomNeed): Promise<RoomSwap | undefined> {
    const [stay, ...more] = neededStays(need, roomTypeId, now.getTime());
    if (more.length > 0) return undefined;
    const [roomId, given, rooms] = await Promise.all([
      stay && this.assignments.freeRoom(tx, roomTypeId, stay), this.assignments.of(tx, need.id), this.rooms.idsOfType(tx, roomTypeId),
    ]);
    if (stay && roomId === undefined) return undefined;
    const planned = stay && roomId !== undefined ? [{ reservationId: need.id, roomId, fromMs: stay.fromMs, toMs: stay.toMs }] : [];
    return swapOf(givenOf([{ ...need, given }], roomTypeId, new Set(rooms)), planned);
  }

  private async amongAll(tx: Transaction, hotelId: string, roomTypeId: string, now: Date, more?: RoomNeed): Promise<RoomSwap | undefined> {
    const rooms = await this.rooms.idsOfType(tx, roomTypeId);
    const present = await this.assignments.needsOf(tx, hotelId, roomTypeId, now);
    const needs = more ? [...present.filter(({ id }) => id !== more.id), more] : present;
    const plannedFor = (some: readonly RoomNeed[]): AssignmentRow[] | undefined => {
      const stays = some.flatMap((need) => neededStays(need, roomTypeId, now.getTime()));
      const plan = assignRooms(rooms, stays);
      return plan && stays.map(({ id, reservationId, fromMs, toMs }) => ({ reservationId, roomId: plan.get(id)!, fromMs, toMs }));
    };
    const sure = needs.filter((need) => need.id === more?.id || !waitsForARoom(need));
    const planned = plannedFor(needs) ?? (sure.length < needs.length ? plannedFor(sure) : undefined);
    return planned && swapOf(givenOf(present, roomTypeId, new Set(rooms)), planned);
  }
}

function swapOf(given: readonly AssignmentRow[], planned: readonly AssignmentRow[]): RoomSwap {
  const [before, after] = [new Set(given.map(textOf)), new Set(planned.map(textOf))];
  return { gone: given.filter((row) => !after.has(textOf(row))), given: planned.filter((row) => !before.has(textOf(row))) };
}

/** What the reservations have so far of a type; what one that is between two types has of the other is not looked at. */
function givenOf(needs: readonly RoomNeed[], roomTypeId: string, rooms: ReadonlySet<string>): AssignmentRow[] {
  return needs.flatMap(({ id, given, terms, wanted }) => {
    const isOfThisTypeAlone = terms.roomTypeId === roomTypeId && (wanted === null || wanted.roomTypeId === roomTypeId);
    return given.filter(({ roomId }) => isOfThisTypeAlone || rooms.has(roomId)).map(({ roomId, fromMs, toMs }) => ({ reservationId: id, roomId, fromMs, toMs }));
  });
}

function textOf({ reservationId, roomId, fromMs, toMs }: AssignmentRow): string {
  return [reservationId, roomId, fromMs, toMs].join();
}
