import { SaidTooLate } from '@bookable/contracts-booking';
import type { ReservationView } from '@bookable/contracts-hotel-management';
import { Database, type Transaction } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { ReservationClaims, type StayPrice } from '../../clients/reservation-claims';
import { stayStatusOf } from '../../domain/booked-stay';
import type { StayTerms } from '../../domain/reservation';
import { type Hold, HotelStore } from '../../persistence/hotel.store';
import { type ReservationRow, ReservationStore } from '../../persistence/reservation.store';
import { RoomBookingStore } from '../../persistence/room-booking.store';
import { besideOthersFirst } from './beside-others-first';
import { ClaimWishes } from './claim-wishes';
import { SettleTogether } from './settle-together';
import { WriteAnswers, isDecided } from './write-answers';

/**
 * Brings to booking what it has not been told of a reservation, and writes down what it answers. What is to be told is
 * kept before it is, and it may be told again; so whoever dies on the way leaves it to the next one.
 */
@Injectable()
export class SettleReservation {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly reservations: ReservationStore,
    private readonly bookings: RoomBookingStore,
    private readonly wishes: ClaimWishes,
    private readonly claims: ReservationClaims,
    private readonly answers: WriteAnswers,
    private readonly together: SettleTogether,
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
    if (!reservation?.wanted) return undefined;
    if (!reservation.askedTogether) return this.claim(reservation, reservation.wanted);
    await this.together.execute(reservation.askedTogether);
    return undefined;
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
      price = await this.claims.claim(await this.wishes.of(reservation, wanted));
    } catch (error) {
      if (!isDecided(error)) throw error;
      // Somebody else has brought the reservation further meanwhile, and has been answered.
      if (error.problem.code === SaidTooLate.code) return undefined;
      await this.conclude(reservation, true, (tx, row, hold) => this.answers.refused(tx, row, error.problem.code, hold));
      throw error;
    }
    // A new reservation was given the room it needs when it was written down.
    return this.conclude(reservation, reservation.status !== 'requesting', (tx, row, hold) => this.answers.claimed(tx, row, { wanted, price }, hold));
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
}
