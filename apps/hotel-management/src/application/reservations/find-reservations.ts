import {
  type FindGuestStaysRequest, type FindReservationsRequest, type HotelPageRequest, type HoursAheadRequest, type ReservationRequest, type ReservationView,
} from '@bookable/contracts-hotel-management';
import { type CursorKey, DomainError, Forbidden, NotFound, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import type { PageRequest } from '@bookable/wire';
import { Injectable } from '@nestjs/common';
import { mayDo } from '../../domain/staff';
import { GuestStore } from '../../persistence/guest.store';
import { ReservationReader, type ReservationSearch, keyOf } from '../../persistence/reservation.reader';
import { StaffDoor, userOf } from '../staff-door';
import { presentReservation } from './present-reservation';

const HOUR_MS = 3_600_000;
/** What is shown at all: not what booking has yet to answer, or has refused. */
const SHOWN = ['confirmed', 'in_progress', 'completed', 'cancelled', 'no_show'];
const IN_HOUSE = ['in_progress'];

type Search = Omit<ReservationSearch, 'after' | 'limit'>;

/** Reads reservations: the desk all of its hotel, anybody else their own (E7, E8). */
@Injectable()
export class FindReservations {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly guests: GuestStore,
    private readonly reader: ReservationReader,
    private readonly clock: Clock,
  ) {}

  async page({ hotelId, status, q = '', from, to, guestId, ...page }: FindReservationsRequest, context: MessageContext): Promise<Page<ReservationView>> {
    const isDesk = mayDo('serve guests', (await this.door.visit(hotelId, context)).role);
    const words = q.split(/\s+/).filter((word) => word !== '');
    return this.found({ hotelId, userId: isDesk ? undefined : userOf(context), statuses: status ? [status] : SHOWN, from, to, guestId, words, order: 'arrival' }, page);
  }

  async one({ hotelId, reservationId }: ReservationRequest, context: MessageContext): Promise<ReservationView> {
    const isDesk = mayDo('serve guests', (await this.door.visit(hotelId, context)).role);
    const [row] = await this.reader.page(this.database, { id: reservationId, hotelId, statuses: SHOWN, order: 'arrival', limit: 1 });
    if (!isDesk && row?.userId !== userOf(context)) throw new DomainError(Forbidden);
    if (!row) throw new DomainError(NotFound, 'There is no such reservation.');
    return presentReservation(row);
  }

  inHouse({ hotelId, ...page }: HotelPageRequest, context: MessageContext): Promise<Page<ReservationView>> {
    return this.forDesk({ hotelId, statuses: IN_HOUSE, order: 'departure' }, page, context);
  }

  arrivals({ hotelId, hours = 24, ...page }: HoursAheadRequest, context: MessageContext): Promise<Page<ReservationView>> {
    const now = this.clock.now();
    return this.forDesk({ hotelId, statuses: ['confirmed'], startsBefore: hoursAfter(now, hours), endsAfter: now, order: 'arrival' }, page, context);
  }

  departures({ hotelId, hours = 24, ...page }: HoursAheadRequest, context: MessageContext): Promise<Page<ReservationView>> {
    const now = this.clock.now();
    return this.forDesk({ hotelId, statuses: IN_HOUSE, endsAfter: now, endsBefore: hoursAfter(now, hours), order: 'departure' }, page, context);
  }

  overdue({ hotelId, ...page }: HotelPageRequest, context: MessageContext): Promise<Page<ReservationView>> {
    return this.forDesk({ hotelId, statuses: IN_HOUSE, endsBefore: this.clock.now(), order: 'departure' }, page, context);
  }

  /** Whoever is merged into the guest has stayed as them. */
  async ofGuest({ hotelId, guestId, ...page }: FindGuestStaysRequest, context: MessageContext): Promise<Page<ReservationView>> {
    const isDesk = mayDo('serve guests', (await this.door.visit(hotelId, context)).role);
    const guest = await this.guests.find(this.database, hotelId, guestId);
    if (!isDesk && guest?.userId !== userOf(context)) throw new DomainError(Forbidden);
    if (!guest) throw new DomainError(NotFound, 'There is no such guest.');
    return this.found({ hotelId, guestId: guest.id, statuses: SHOWN, order: 'latest' }, page);
  }

  own(page: PageRequest, context: MessageContext): Promise<Page<ReservationView>> {
    return this.found({ userId: userOf(context), statuses: SHOWN, order: 'latest' }, page);
  }

  private async forDesk(search: Search & { readonly hotelId: string }, page: PageRequest, context: MessageContext): Promise<Page<ReservationView>> {
    await this.door.read(search.hotelId, 'serve guests', context);
    return this.found(search, page);
  }

  private async found(search: Search, { cursor, limit = 20 }: PageRequest): Promise<Page<ReservationView>> {
    const after = cursor ? cursorKey(cursor, isReservationKey) : undefined;
    const rows = await this.reader.page(this.database, { ...search, after, limit: limit + 1 });
    return pageOf(rows, limit, presentReservation, (row) => keyOf(row, search.order));
  }
}

function hoursAfter(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * HOUR_MS);
}

function isReservationKey(key: CursorKey): key is readonly [number, string] {
  return key.length === 2 && typeof key[0] === 'number' && Number.isSafeInteger(key[0]) && isId(key[1]);
}
