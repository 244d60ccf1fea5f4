import type { GroupRoom, ReservationGroupView, ReserveGroupRequest } from '@bookable/contracts-hotel-management';
import { DomainError, Unavailable, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { RoomNeed } from '../../domain/planned-stays';
import type { StayTerms } from '../../domain/reservation';
import { mayDo } from '../../domain/staff';
import { type HotelForSomebody, HotelStore } from '../../persistence/hotel.store';
import { ReservationGroupStore } from '../../persistence/reservation-group.store';
import { type ReservationRow, ReservationStore } from '../../persistence/reservation.store';
import { ArrangeRooms } from '../reservations/arrange-rooms';
import { requested } from '../reservations/reserve-room';
import { SettleTogether } from '../reservations/settle-together';
import { Stayers } from '../reservations/stayers';
import { WishedStay, unlessGoneBy } from '../reservations/wished-stay';
import { StaffDoor, userOf } from '../staff-door';

/** What is the same for every room of a group. */
interface WholeGroup {
  readonly id: string;
  readonly hotel: HotelForSomebody;
  readonly request: ReserveGroupRequest;
  readonly now: Date;
}

/**
 * Reserves several rooms, all of them or none (E5). As with one, they are written down first, each with a room, and then
 * brought to booking, which claims the time of all of them in one step or of none.
 */
@Injectable()
export class ReserveGroup {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly hotels: HotelStore,
    private readonly stayers: Stayers,
    private readonly groups: ReservationGroupStore,
    private readonly reservations: ReservationStore,
    private readonly wished: WishedStay,
    private readonly arrange: ArrangeRooms,
    private readonly together: SettleTogether,
    private readonly clock: Clock,
  ) {}

  async execute(request: ReserveGroupRequest, context: MessageContext): Promise<ReservationGroupView> {
    const { id } = await this.database.command(context, request, (tx) => this.writeDown(tx, request, context));
    return ((await this.groups.firstAnswer(this.database, id)) ?? (await this.bring(id, request.hotelId, context))) as ReservationGroupView;
  }

  private async bring(id: string, hotelId: string, context: MessageContext): Promise<unknown> {
    await this.askAgain(id, hotelId, context);
    await this.together.execute(id);
    const answer = await this.groups.firstAnswer(this.database, id);
    if (answer === undefined) throw new DomainError(Unavailable, 'The rooms are being reserved; try again.', { retryAfterSeconds: 1 });
    return answer;
  }

  private async writeDown(tx: Transaction, request: ReserveGroupRequest, context: MessageContext): Promise<{ id: string }> {
    const hotel = await this.door.enter(tx, request.hotelId, context);
    const now = this.clock.now();
    unlessGoneBy(request.from, hotel, now);
    const group: WholeGroup = { id: newId(now.getTime()), hotel, request, now };
    const userId = mayDo('serve guests', hotel.role) ? null : userOf(context);
    await this.groups.add(tx, { id: group.id, hotelId: hotel.id, userId, createdAt: now });
    for (const room of request.rooms) await this.writeDownRoom(tx, group, room, context);
    return { id: group.id };
  }

  /** Whoever has been given a room before moves, if need be, for those who come after. */
  private async writeDownRoom(tx: Transaction, { id: groupId, hotel, request, now }: WholeGroup, room: GroupRoom, context: MessageContext): Promise<void> {
    const { from, to, earlyCheckIn = null, lateCheckOut = null } = request;
    const stayer = await this.stayers.of(tx, hotel, room.guestId ?? request.guestId, context);
    const reservation = { id: newId(now.getTime()), hotelId: hotel.id, groupId, askedTogether: groupId, ...stayer, note: room.note ?? null, currency: hotel.currency, now };
    const needOf = (terms: StayTerms): RoomNeed => ({ id: reservation.id, status: 'requesting', terms, wanted: terms, given: [] });
    const ways = await this.wished.waysOf(tx, hotel, room, { from, to, earlyCheckIn, lateCheckOut });
    for (const terms of ways) {
      const rooms = await this.arrange.wayFor(tx, hotel.id, terms.roomTypeId, now, needOf(terms));
      if (!rooms) continue;
      await this.reservations.add(tx, requested(reservation, terms), { action: 'request', actorId: userOf(context), now });
      return this.arrange.keep(tx, rooms);
    }
    throw await this.arrange.refusalOf(tx, hotel.id, now, needOf(ways[0]!));
  }

  /** What was refused before is asked for anew where the same command comes again. */
  private async askAgain(groupId: string, hotelId: string, context: MessageContext): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.hotels.lock(tx, hotelId);
      for (const row of await this.groups.lockRooms(tx, groupId)) if (row.status === 'refused') await this.askAgainFor(tx, row, userOf(context));
    });
  }

  private async askAgainFor(tx: Transaction, row: ReservationRow, actorId: string): Promise<void> {
    const now = this.clock.now();
    const again = { status: 'requesting', wanted: row.terms, askedTogether: row.groupId, wordNumber: row.wordNumber + 1 } as const;
    const asked = await this.reservations.write(tx, row, again, { action: 'request', actorId, now });
    await this.arrange.ofTypes(tx, row.hotelId, [row.terms.roomTypeId], now, { ...asked, given: [] });
  }
}
