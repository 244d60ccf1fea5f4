import { type ReservationView, type ReserveRoomRequest } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { RoomNeed } from '../../domain/planned-stays';
import type { StayTerms } from '../../domain/reservation';
import type { Hold } from '../../persistence/hotel.store';
import { type ReservationRow, ReservationStore } from '../../persistence/reservation.store';
import { StaffDoor, userOf } from '../staff-door';
import { ArrangeRooms } from './arrange-rooms';
import { besideOthersFirst } from './beside-others-first';
import { BringReservation } from './bring-reservation';
import { SettleReservation } from './settle-reservation';
import { Stayers } from './stayers';
import { WishedStay, unlessGoneBy } from './wished-stay';

/**
 * Reserves a room (E5). The reservation is written down first, with a room for it, and then brought to booking: whoever
 * asks again under the same key, also after this process has died in between, goes on with the same one.
 */
@Injectable()
export class ReserveRoom {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly stayers: Stayers,
    private readonly reservations: ReservationStore,
    private readonly wished: WishedStay,
    private readonly arrange: ArrangeRooms,
    private readonly settle: SettleReservation,
    private readonly bring: BringReservation,
    private readonly clock: Clock,
  ) {}

  async execute(request: ReserveRoomRequest, context: MessageContext): Promise<ReservationView> {
    let written: ReservationRow | undefined;
    const { id } = await besideOthersFirst((hold) => {
      written = undefined;
      return this.database.command(context, request, async (tx) => ({ id: (written = await this.writeDown(tx, request, context, hold)).id }));
    });
    const made = written && (await this.settle.execute(id, written));
    return made ?? this.bring.execute(id, request.hotelId, context);
  }

  private async writeDown(tx: Transaction, request: ReserveRoomRequest, context: MessageContext, hold: Hold): Promise<ReservationRow> {
    const hotel = await this.door.enter(tx, request.hotelId, context, hold);
    const now = this.clock.now();
    const { from, to, earlyCheckIn = null, lateCheckOut = null, note = null } = request;
    unlessGoneBy(from, hotel, now);
    const stayer = await this.stayers.of(tx, hotel, request.guestId, context);
    const reservation = { id: newId(now.getTime()), hotelId: hotel.id, ...stayer, note, currency: hotel.currency, now };
    const ways = await this.wished.waysOf(tx, hotel, request, { from, to, earlyCheckIn, lateCheckOut });
    const needOf = (terms: StayTerms): RoomNeed => ({ id: reservation.id, status: 'requesting', terms, wanted: terms, given: [] });
    for (const terms of ways) {
      const rooms = await this.arrange.wayFor(tx, hotel.id, terms.roomTypeId, now, needOf(terms), hold);
      if (!rooms) continue;
      const written = requested(reservation, terms);
      await Promise.all([this.reservations.add(tx, written, { action: 'request', actorId: userOf(context), now }), this.arrange.keep(tx, rooms)]);
      return written;
    }
    throw await this.arrange.refusalOf(tx, hotel.id, now, needOf(ways[0]!));
  }
}

/** Whose and what a reservation is that is being made. */
export interface NewReservation extends Pick<ReservationRow, 'id' | 'hotelId' | 'guestId' | 'userId' | 'note' | 'currency' | 'groupId' | 'askedTogether'> {
  readonly now: Date;
}

/** A reservation before booking has been asked for its time. */
export function requested({ now, ...parts }: NewReservation, terms: StayTerms): ReservationRow {
  return {
    ...parts, terms, status: 'requesting', wanted: terms, isReleaseDue: false, wordNumber: 1, priceLines: [], totalAmount: 0, reason: null,
    checkedInAt: null, checkedOutAt: null, createdAt: now, updatedAt: now, version: 1,
  };
}
