import type { WaitlistEntryView } from '@bookable/contracts-booking';
import { type LineEntryRequest, NothingOffered, type ReservationView } from '@bookable/contracts-hotel-management';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ReservationStore } from '../../persistence/reservation.store';
import { StaffDoor, userOf } from '../staff-door';
import { ArrangeRooms } from '../reservations/arrange-rooms';
import { BringReservation } from '../reservations/bring-reservation';
import { requested } from '../reservations/reserve-room';
import { Stayers } from '../reservations/stayers';
import { WishedStay } from '../reservations/wished-stay';
import { KeepLine } from './keep-line';

type EntryOfDesk = Awaited<ReturnType<KeepLine['ofDesk']>>;

/**
 * The desk takes what is held for a guest in line. The reservation has the id of the entry: two desks write it down once, and
 * booking gives it what it holds under that id. Where the offer runs out before, it is refused like any other.
 */
@Injectable()
export class TakeForGuest {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly line: KeepLine,
    private readonly stayers: Stayers,
    private readonly wished: WishedStay,
    private readonly arrange: ArrangeRooms,
    private readonly reservations: ReservationStore,
    private readonly bring: BringReservation,
    private readonly clock: Clock,
  ) {}

  async execute({ hotelId, entryId }: LineEntryRequest, context: MessageContext): Promise<ReservationView> {
    const entry = await this.line.ofDesk(hotelId, entryId, context);
    await this.database.transaction((tx) => this.writeDown(tx, hotelId, entry, context));
    return this.bring.execute(entryId, hotelId, context);
  }

  private async writeDown(tx: Transaction, hotelId: string, { id, listingId: roomTypeId, guestId, from, to, ...entry }: EntryOfDesk, context: MessageContext): Promise<void> {
    const hotel = await this.door.lock(tx, hotelId, 'serve guests', context);
    const known = await this.reservations.lock(tx, hotelId, id);
    if (known && known.status !== 'refused') return;
    unlessOffered(entry);
    if (known) return;
    const now = this.clock.now();
    const terms = this.wished.sameRoom(hotel, { roomTypeId, pinnedRoomId: null }, { from, to, earlyCheckIn: null, lateCheckOut: null });
    const need = { id, status: 'requesting', terms, wanted: terms, given: [] } as const;
    const rooms = await this.arrange.wayFor(tx, hotelId, roomTypeId, now, need);
    if (!rooms) throw await this.arrange.refusalOf(tx, hotelId, now, need);
    const stayer = await this.stayers.of(tx, hotel, guestId, context);
    await this.reservations.add(tx, requested({ id, hotelId, ...stayer, note: null, currency: hotel.currency, now }, terms), { action: 'request', actorId: userOf(context), now });
    await this.arrange.keep(tx, rooms);
  }
}

function unlessOffered({ status }: Pick<WaitlistEntryView, 'status'>): void {
  if (status !== 'offered') throw new DomainError(NothingOffered, undefined, { entryStatus: status });
}
