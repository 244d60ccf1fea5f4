import { NoRoomFree, RoomReserved } from '@bookable/contracts-hotel-management';
import { DomainError } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type RoomPlan, assignRooms } from '../../domain/assign-rooms';
import { type NeededStay, type RoomNeed, neededStays } from '../../domain/planned-stays';
import { type AssignmentRow, RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { RoomStore } from '../../persistence/room.store';

/** Who needs rooms of a type as it is written down, what they are to have, and which way there is of giving it to them. */
interface Arrangement {
  readonly present: readonly RoomNeed[];
  readonly rooms: readonly string[];
  readonly stays: readonly NeededStay[];
  readonly plan?: RoomPlan;
}

/** Gives the reservations of a room type their rooms anew, moving as few as it can; the caller holds the hotel's lock. */
@Injectable()
export class ArrangeRooms {
  constructor(
    private readonly rooms: RoomStore,
    private readonly assignments: RoomAssignmentStore,
  ) {}

  /** Refuses where the rooms do not suffice; one reservation may have other needs than are written down yet. */
  async ofTypes(tx: Transaction, hotelId: string, roomTypeIds: readonly string[], now: Date, need?: RoomNeed): Promise<void> {
    for (const roomTypeId of new Set(roomTypeIds)) {
      const { plan, ...arrangement } = await this.arrange(tx, hotelId, roomTypeId, now, need);
      if (!plan) throw new DomainError(NoRoomFree);
      await this.keep(tx, roomTypeId, arrangement, plan);
    }
  }

  /** A type has one room fewer: whoever was to have that one gets another; refuses where they cannot. */
  async withoutRoom(tx: Transaction, hotelId: string, roomTypeId: string, now: Date): Promise<void> {
    if (!(await this.suffice(tx, hotelId, roomTypeId, now))) throw new DomainError(RoomReserved);
    await this.ofTypes(tx, hotelId, [roomTypeId], now);
  }

  /** Whether the rooms of a type suffice, with one more reservation or with one as it would be; nothing is changed. */
  async suffice(tx: Transaction, hotelId: string, roomTypeId: string, now: Date, need?: RoomNeed): Promise<boolean> {
    return (await this.arrange(tx, hotelId, roomTypeId, now, need)).plan !== undefined;
  }

  /** A reservation needs no room any more. */
  async forget(tx: Transaction, reservationId: string): Promise<void> {
    await this.assignments.swap(tx, await this.assignments.of(tx, reservationId), []);
  }

  private async arrange(tx: Transaction, hotelId: string, roomTypeId: string, now: Date, more?: RoomNeed): Promise<Arrangement> {
    const rooms = await this.rooms.idsOfType(tx, roomTypeId);
    const present = await this.assignments.needsOf(tx, hotelId, roomTypeId, now);
    const needs = more ? [...present.filter(({ id }) => id !== more.id), more] : present;
    const stays = needs.flatMap((need) => neededStays(need, roomTypeId, now.getTime()));
    return { present, rooms, stays, plan: assignRooms(rooms, stays) };
  }

  private async keep(tx: Transaction, roomTypeId: string, { present, rooms, stays }: Arrangement, plan: RoomPlan): Promise<void> {
    const planned = stays.map(({ id, reservationId, fromMs, toMs }): AssignmentRow => ({ reservationId, roomId: plan.get(id)!, fromMs, toMs }));
    const given = givenOf(present, roomTypeId, new Set(rooms));
    const [before, after] = [new Set(given.map(textOf)), new Set(planned.map(textOf))];
    await this.assignments.swap(tx, given.filter((row) => !after.has(textOf(row))), planned.filter((row) => !before.has(textOf(row))));
  }
}

/** What the reservations have so far of a type; what one that is between two types has of the other is not looked at. */
function givenOf(needs: readonly RoomNeed[], roomTypeId: string, rooms: ReadonlySet<string>): AssignmentRow[] {
  return needs.flatMap(({ id, given, terms, wanted }) => {
    const isOfThisTypeAlone = terms.roomTypeId === roomTypeId && (wanted === null || wanted.roomTypeId === roomTypeId);
    return given.filter(({ roomId }) => isOfThisTypeAlone || rooms.has(roomId)).map((one) => ({ reservationId: id, ...one }));
  });
}

function textOf({ reservationId, roomId, fromMs, toMs }: AssignmentRow): string {
  return [reservationId, roomId, fromMs, toMs].join();
}
