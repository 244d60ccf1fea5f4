import { setTimeout as pause } from 'node:timers/promises';
import { type ReservationRequest, WrongReservationStatus } from '@bookable/contracts-hotel-management';
import { DomainError, Forbidden, NotFound, Unavailable } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Database, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type ReservationAction, type ReservationStatus, statusAfter } from '../../domain/reservation';
import { mayDo } from '../../domain/staff';
import type { Hold, HotelForSomebody } from '../../persistence/hotel.store';
import { type ReservationRow, ReservationStore } from '../../persistence/reservation.store';
import { StaffDoor, userOf } from '../staff-door';
import { besideOthersFirst } from './beside-others-first';

const TRIES = 20;
const PAUSE_MS = 50;

/** A reservation as whoever may touch it holds it in a transaction, with its hotel. */
export interface OpenedReservation {
  readonly hotel: HotelForSomebody;
  readonly reservation: ReservationRow;
  readonly isDesk: boolean;
}

/** Opens a reservation to the desk of its hotel, and to whose it is. */
@Injectable()
export class ReservationDoor {
  constructor(
    private readonly staff: StaffDoor,
    private readonly reservations: ReservationStore,
  ) {}

  /** Holding the hotel, for the desk only. */
  async forDesk(tx: Transaction, { hotelId, reservationId }: ReservationRequest, context: MessageContext, hold: Hold): Promise<OpenedReservation> {
    const [hotel, reservation] = await Promise.all([this.staff.lock(tx, hotelId, 'serve guests', context, hold), this.reservations.lock(tx, hotelId, reservationId)]);
    return { hotel, isDesk: true, reservation: settled(reservation) };
  }

  /** The same for the desk, and for whose reservation it is. */
  async forBoth(tx: Transaction, { hotelId, reservationId }: ReservationRequest, context: MessageContext, hold: Hold): Promise<OpenedReservation> {
    const [hotel, reservation] = await Promise.all([this.staff.enter(tx, hotelId, context, hold), this.reservations.lock(tx, hotelId, reservationId)]);
    const isDesk = mayDo('serve guests', hotel.role);
    if (!isDesk && reservation?.userId !== userOf(context)) throw new DomainError(Forbidden);
    return { hotel, isDesk, reservation: settled(reservation) };
  }
}

/** Booking is being asked about the reservation at this moment. */
class BeingSettled extends DomainError {
  constructor() {
    super(Unavailable, 'The reservation is being changed; try again.', { retryAfterSeconds: 1 });
  }
}

/** Nobody touches a reservation while booking is asked about it; one it has refused never was. */
export function settled(reservation: ReservationRow | undefined): ReservationRow {
  if (!reservation || reservation.status === 'refused') throw new DomainError(NotFound, 'There is no such reservation.');
  if (reservation.wanted) throw new BeingSettled();
  return reservation;
}

/** A transaction on a reservation: where booking is just being asked about it, that is waited for a while. */
export async function whenSettled<Result>(database: Database, work: (tx: Transaction, hold: Hold) => Promise<Result>): Promise<Result> {
  const once = (): Promise<Result> => besideOthersFirst((hold) => database.transaction((tx) => work(tx, hold)));
  for (let attempt = 1; attempt < TRIES; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof BeingSettled)) throw error;
    }
    await pause(PAUSE_MS);
  }
  return once();
}

/** The status an action leads to; refuses where the present one does not allow it. */
export function nextStatus({ status }: Pick<ReservationRow, 'status'>, action: ReservationAction): ReservationStatus {
  const next = statusAfter(status, action);
  if (!next) throw new DomainError(WrongReservationStatus, `The reservation is ${status.replace('_', ' ')}.`, { reservationStatus: status });
  return next;
}
