import { SaidTooLate } from '@bookable/contracts-booking';
import type { ReservationView } from '@bookable/contracts-hotel-management';
import { DomainError, type ProblemKind } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ReservationClaims, type StayPrice } from '../../clients/reservation-claims';
import { stayStatusOf } from '../../domain/booked-stay';
import { pricePlanOf } from '../../domain/price-plan';
import type { StayTerms } from '../../domain/reservation';
import { type Hold, HotelStore } from '../../persistence/hotel.store';
import { ReservationReader } from '../../persistence/reservation.reader';
import { type ReservationRow, ReservationStore } from '../../persistence/reservation.store';
import { RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { RoomBookingStore } from '../../persistence/room-booking.store';
import { RoomStore } from '../../persistence/room.store';
import { presentRates } from '../present-hotel';
import { ArrangeRooms } from './arrange-rooms';
import { besideOthersFirst } from './beside-others-first';
import { presentReservation } from './present-reservation';

/** Booking has decided, and asking again would not change it. */
const DECIDED: ReadonlySet<ProblemKind> = new Set(['conflict', 'rule-broken', 'malformed']);

/**
 * Brings to booking what it has not been told of a reservation, and writes down what it answers. What is to be told is
 * kept before it is, and it may be told again; so whoever dies on the way leaves it to the next one.
 */
@Injectable()
export class SettleReservation {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly rooms: RoomStore,
    private readonly reservations: ReservationStore,
    private readonly reader: ReservationReader,
    private readonly assignments: RoomAssignmentStore,
    private readonly bookings: RoomBookingStore,
    private readonly arrange: ArrangeRooms,
    private readonly claims: ReservationClaims,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Answers the reservation as it is after that; nothing where there was nothing to claim, or somebody else has done it. Throws
   * where booking refuses, or does not answer; then what was asked for is off, or is asked for again later. Whoever has just
   * written it down hands it over as it was written.
   */
  async execute(id: string, written?: ReservationRow): Promise<ReservationView | undefined> {
    const reservation = written ?? (await this.reservations.find(this.database, id));
    if (reservation?.isReleaseDue) await this.release(reservation);
    return reservation?.wanted ? this.claim(reservation, reservation.wanted) : undefined;
  }

  /** Gives time back at once where booking answers, and later where it does not: what has been decided here stands. */
  async releaseSoon(id: string): Promise<void> {
    try {
      await this.execute(id);
    } catch (error) {
      this.logger.warn('The time of a reservation is given back later: booking does not answer.', { error, reservationId: id });
    }
  }

  private async release(reservation: ReservationRow): Promise<void> {
    if (reservation.bookingId) await this.follow(reservation, reservation.bookingId);
    else await this.claims.release({ reservationId: reservation.id, number: reservation.wordNumber });
    await this.reservations.released(this.database, reservation);
  }

  /** The time is that of a booking, which hears what has become of its stays. */
  private async follow({ id, hotelId, reason }: ReservationRow, bookingId: string): Promise<void> {
    const status = stayStatusOf(await this.bookings.statusesOf(this.database, bookingId));
    if (!status) return;
    const actorId = (await this.bookings.lastActorOf(this.database, id)) ?? (await this.hotels.find(this.database, hotelId))!.ownerId;
    await this.claims.follow({ bookingId, status, actorId, ...(reason !== null && { reason }) });
  }

  private async claim(reservation: ReservationRow, wanted: StayTerms): Promise<ReservationView | undefined> {
    let price: StayPrice;
    try {
      price = await this.ask(reservation, wanted);
    } catch (error) {
      if (!(error instanceof DomainError) || !DECIDED.has(error.problem.kind)) throw error;
      // Somebody else has brought the reservation further meanwhile, and has been answered.
      if (error.problem.code === SaidTooLate.code) return undefined;
      await this.conclude(reservation, true, (tx, row, hold) => this.refused(tx, row, error.problem.code, hold));
      throw error;
    }
    // A new reservation was given the room it needs when it was written down.
    return this.conclude(reservation, reservation.status !== 'requesting', (tx, row, hold) => this.claimed(tx, row, wanted, price, hold));
  }

  private async ask({ id, hotelId, wordNumber, createdAt, priceLines, currency }: ReservationRow, terms: StayTerms): Promise<StayPrice> {
    const [hotel, types] = await Promise.all([this.hotels.find(this.database, hotelId).then((found) => found!), this.rooms.typesOf(this.database, hotelId)]);
    const type = types.find((one) => one.id === terms.roomTypeId)!;
    const price = pricePlanOf(type, presentRates(hotel), hotel.currency);
    // A type that has lost its price since is charged as it was agreed.
    const agreed = { currency, per: 'night', amount: priceLines[0]?.unitAmount ?? 0 } as const;
    const { checkIn, checkOut } = hotel;
    return this.claims.claim({ reservationId: id, number: wordNumber, terms, rooms: type.rooms, checkIn, checkOut, price: price ?? agreed, reservedAt: createdAt });
  }

  /**
   * Writes the answer down, unless that has been done, or something newer is asked for by now. Nobody else of the hotel waits
   * for that where it changes nothing about who has which room.
   */
  private conclude<Result>({ id, hotelId, wordNumber }: ReservationRow, movesRooms: boolean, write: (tx: Transaction, row: ReservationRow, hold: Hold) => Promise<Result>): Promise<Result | undefined> {
    return besideOthersFirst((hold) => this.database.transaction(async (tx) => {
      if (movesRooms) await this.hotels.lock(tx, hotelId, hold);
      const row = await this.reservations.lock(tx, hotelId, id);
      return row?.wanted && row.wordNumber === wordNumber ? write(tx, row, hold) : undefined;
    }));
  }

  private async claimed(tx: Transaction, row: ReservationRow, wanted: StayTerms, { total, lines }: StayPrice, hold: Hold): Promise<ReservationView> {
    const now = this.clock.now();
    const isFirst = row.status === 'requesting';
    const priceLines = lines.map(({ label, rule, units, unitAmount, amount }) => ({ label, rule, units, unitAmount, amount }));
    const after = { terms: wanted, wanted: null, priceLines, totalAmount: total.amount, currency: total.currency, ...(isFirst && { status: 'confirmed' as const }) };
    const written = this.reservations.write(tx, row, after, { action: isFirst ? 'claim' : 'change', actorId: null, now });
    if (!isFirst) await this.arrangeAnew(tx, await written, row, { now, hold });
    const [shown] = await Promise.all([this.reader.one(tx, row.id), written]);
    const answer = presentReservation(shown!);
    if (isFirst) await this.reservations.keepFirstAnswer(tx, row.id, answer);
    return answer;
  }

  private async refused(tx: Transaction, row: ReservationRow, reason: string, hold: Hold): Promise<void> {
    const now = this.clock.now();
    const isFirst = row.status === 'requesting';
    const step = { action: isFirst ? 'refuse' : 'change', actorId: null, reason, now } as const;
    const written = await this.reservations.write(tx, row, { wanted: null, ...(isFirst && { status: 'refused' as const }) }, step);
    if (isFirst) await this.arrange.forget(tx, row.id);
    else await this.arrangeAnew(tx, written, row, { now, hold });
  }

  /** What a reservation was and what it would be may have been of two types: of both it keeps what it needs from now on. */
  private async arrangeAnew(tx: Transaction, written: ReservationRow, { terms, wanted }: ReservationRow, { now, hold }: { readonly now: Date; readonly hold: Hold }): Promise<void> {
    const need = { ...written, given: await this.assignments.of(tx, written.id) };
    await this.arrange.ofTypes(tx, written.hotelId, [terms.roomTypeId, (wanted ?? terms).roomTypeId], now, need, hold);
  }
}
