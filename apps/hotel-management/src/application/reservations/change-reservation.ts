import {
  type ChangeReservationRequest, MadeByBooking, type ReservationView, RoomOfAnotherType, type RoomWish, StayIsPast, WrongReservationStatus,
} from '@bookable/contracts-hotel-management';
import { DomainError, Forbidden, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { RoomNeed } from '../../domain/planned-stays';
import { type StayTerms, isSameStay, periodOf } from '../../domain/reservation';
import type { StayDays } from '../../domain/stay-time';
import { GuestStore } from '../../persistence/guest.store';
import type { Hold } from '../../persistence/hotel.store';
import { ReservationReader } from '../../persistence/reservation.reader';
import { type ReservationRow, ReservationStore, type ShownReservationRow } from '../../persistence/reservation.store';
import { RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { userOf } from '../staff-door';
import { ArrangeRooms } from './arrange-rooms';
import { HotelNeededAlone } from './beside-others-first';
import { MoveWithinHouse } from './move-within-house';
import { presentReservation } from './present-reservation';
import { type OpenedReservation, ReservationDoor, nextStatus, whenSettled } from './reservation-door';
import { SettleReservation } from './settle-reservation';
import { WishedStay, unlessGoneBy } from './wished-stay';

/** Who asks for a change, when, and how they hold the hotel. */
export interface Asked {
  readonly actorId: string;
  readonly now: Date;
  readonly hold: Hold;
  /** With which others it is asked for. */
  readonly together?: string;
}

/**
 * Changes a reservation. What it would be is written down beside what it is, with a room for both, and then brought to
 * booking, which swaps the one for the other in one step, or refuses and leaves all as it was.
 */
@Injectable()
export class ChangeReservation {
  constructor(
    private readonly database: Database,
    private readonly door: ReservationDoor,
    private readonly guests: GuestStore,
    private readonly reservations: ReservationStore,
    private readonly reader: ReservationReader,
    private readonly assignments: RoomAssignmentStore,
    private readonly wished: WishedStay,
    private readonly moves: MoveWithinHouse,
    private readonly arrange: ArrangeRooms,
    private readonly settle: SettleReservation,
    private readonly clock: Clock,
  ) {}

  async execute(request: ChangeReservationRequest, context: MessageContext): Promise<ReservationView> {
    const { reservationId } = request;
    const changed = await whenSettled(this.database, async (tx, hold) => {
      const opened = await this.door.forBoth(tx, request, context, hold);
      nextStatus(opened.reservation, 'change');
      await this.change(tx, opened, request, { actorId: userOf(context), now: this.clock.now(), hold });
      return presentReservation((await this.reader.one(tx, reservationId))!);
    });
    return (await this.settle.execute(reservationId)) ?? changed;
  }

  /** Writes down within a transaction what one reservation shall be; what is asked together is had for all or for none. */
  async change(tx: Transaction, opened: OpenedReservation, request: ChangeReservationRequest, { actorId, now, hold, together }: Asked): Promise<void> {
    const step = { action: 'change', actorId, reason: request.overrideReason, now } as const;
    let reservation = opened.reservation;
    if (reservation.status === 'in_progress') {
      unlessStayingOn(opened, request);
      if (request.roomId !== undefined && hold === 'beside others') throw new HotelNeededAlone();
      if (request.roomId !== undefined) await this.moves.execute(tx, reservation, { roomId: request.roomId, overrideReason: request.overrideReason }, step);
    }
    const wanted = await this.wantedStay(tx, opened, request, { now, hold });
    const said = await this.whatWasSaid(tx, opened, request);
    if (wanted && reservation.bookingId) throw new DomainError(MadeByBooking);
    if (!wanted && Object.keys(said).length === 0) return;
    reservation = await this.reservations.write(tx, (await this.reservations.lock(tx, reservation.hotelId, reservation.id))!, {
      ...said, ...(wanted && { wanted, askedTogether: together ?? null, wordNumber: reservation.wordNumber + 1 }),
    }, step);
    const need = { ...reservation, given: await this.assignments.of(tx, reservation.id) };
    await this.arrange.ofTypes(tx, reservation.hotelId, [reservation.terms.roomTypeId, (wanted ?? reservation.terms).roomTypeId], now, need, hold);
  }

  /** The first way of having the stay as it shall be for which there is a room; nothing where it stays as it is. */
  private async wantedStay(tx: Transaction, { hotel, reservation }: OpenedReservation, request: ChangeReservationRequest, { now, hold }: Omit<Asked, 'actorId'>): Promise<StayTerms | undefined> {
    const { terms, hotelId, id, status } = reservation;
    const days = changedDays(terms, request);
    const wish = status === 'in_progress' ? undefined : changedWish((await this.reader.one(tx, id))!, request);
    const ways = wish ? await this.wished.waysOf(tx, hotel, wish, days) : [this.wished.sameRoom(hotel, terms, days)];
    if (days.from !== terms.from) unlessGoneBy(days.from, hotel, now);
    if (ways.some((way) => isSameStay(way, terms))) return undefined;
    if (ways.some((way) => periodOf(way).toMs <= now.getTime())) throw new DomainError(StayIsPast);
    const given = await this.assignments.of(tx, id);
    const needOf = (wanted: StayTerms): RoomNeed => ({ id, status, terms, wanted, given });
    for (const way of ways) if (await this.arrange.suffice(tx, hotelId, way.roomTypeId, now, needOf(way), hold)) return way;
    throw await this.arrange.refusalOf(tx, hotelId, now, needOf(ways[0]!));
  }

  private async whatWasSaid(tx: Transaction, { hotel, reservation, isDesk }: OpenedReservation, { guestId, note }: ChangeReservationRequest): Promise<Partial<ReservationRow>> {
    if (guestId !== undefined && !isDesk) throw new DomainError(Forbidden);
    const guest = guestId === undefined ? undefined : await this.guests.find(tx, hotel.id, guestId);
    if (guestId !== undefined && !guest) throw new DomainError(NotFound, 'There is no such guest.');
    return { ...(note !== undefined && note !== reservation.note && { note }), ...(guest && guest.id !== reservation.guestId && { guestId: guest.id, userId: guest.userId }) };
  }
}

/** During a stay the desk alone changes it, and neither its beginning nor what kind of room it is of. */
function unlessStayingOn({ reservation, isDesk }: OpenedReservation, request: ChangeReservationRequest): void {
  if (!isDesk) throw new DomainError(Forbidden);
  const { terms, status } = reservation;
  const isOfBeginning = (request.from ?? terms.from) !== terms.from || (request.earlyCheckIn !== undefined && request.earlyCheckIn !== terms.earlyCheckIn);
  if (isOfBeginning) throw new DomainError(WrongReservationStatus, 'The stay has begun.', { reservationStatus: status });
  if (request.category !== undefined || request.beds !== undefined || request.minibar !== undefined) throw new DomainError(RoomOfAnotherType, 'Guests move to a room of the same type.');
}

function changedDays(terms: StayTerms, { from = terms.from, to = terms.to, earlyCheckIn = terms.earlyCheckIn, lateCheckOut = terms.lateCheckOut }: ChangeReservationRequest): StayDays {
  return { from, to, earlyCheckIn, lateCheckOut };
}

/** The kind of room that is wished for; nothing where that is to stay as it is. Where the category changes, so may the rest. */
function changedWish({ category, beds }: ShownReservationRow, request: RoomWish): RoomWish | undefined {
  if (request.roomId !== undefined) return { roomId: request.roomId };
  if (request.category !== undefined) return { category: request.category, beds: request.beds, minibar: request.minibar };
  if (request.beds === undefined && request.minibar === undefined) return undefined;
  return { category, beds: request.beds ?? beds, minibar: request.minibar };
}
