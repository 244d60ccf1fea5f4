import { SaidTooLate } from '@bookable/contracts-booking';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { ReservationClaims, type StayPrice } from '../../clients/reservation-claims';
import { HotelStore } from '../../persistence/hotel.store';
import { ReservationGroupStore } from '../../persistence/reservation-group.store';
import { ReservationReader } from '../../persistence/reservation.reader';
import { type ReservationRow, ReservationStore } from '../../persistence/reservation.store';
import { presentGroup } from '../groups/present-group';
import { ClaimWishes } from './claim-wishes';
import { WriteAnswers, isDecided } from './write-answers';

/** Brings to booking what is wanted for several reservations at once, and writes down what it answers: it is had for all of them, or for none. */
@Injectable()
export class SettleTogether {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly groups: ReservationGroupStore,
    private readonly reservations: ReservationStore,
    private readonly reader: ReservationReader,
    private readonly wishes: ClaimWishes,
    private readonly claims: ReservationClaims,
    private readonly answers: WriteAnswers,
  ) {}

  /** Throws where booking refuses, or does not answer; there is nothing to do where somebody else has done it. */
  async execute(together: string): Promise<void> {
    const asked = await this.reservations.askedTogether(this.database, together);
    if (asked.length === 0) return;
    let prices: readonly StayPrice[];
    try {
      prices = await this.claims.claimTogether(await Promise.all(asked.map((one) => this.wishes.of(one, one.wanted!))));
    } catch (error) {
      if (!isDecided(error)) throw error;
      if (error.problem.code === SaidTooLate.code) return;
      await this.conclude(asked, (tx, row) => this.answers.refused(tx, row, error.problem.code, 'alone'));
      throw error;
    }
    await this.conclude(asked, (tx, row, index) => this.answers.claimed(tx, row, { wanted: row.wanted!, price: prices[index]! }, 'alone'));
  }

  private async conclude(asked: readonly ReservationRow[], write: (tx: Transaction, row: ReservationRow, index: number) => Promise<unknown>): Promise<void> {
    const { hotelId, groupId } = asked[0]!;
    await this.database.transaction(async (tx) => {
      await this.hotels.lock(tx, hotelId);
      for (const [index, { id, wordNumber }] of asked.entries()) {
        const row = await this.reservations.lock(tx, hotelId, id);
        if (row?.wanted && row.wordNumber === wordNumber) await write(tx, row, index);
      }
      if (groupId) await this.keepFirstAnswer(tx, hotelId, groupId);
    });
  }

  /** Of a group that stands: what was refused is asked for anew under the same key. */
  private async keepFirstAnswer(tx: Transaction, hotelId: string, groupId: string): Promise<void> {
    const rows = await this.reader.ofGroup(tx, groupId);
    if (rows.some(({ status }) => status === 'requesting' || status === 'refused')) return;
    const group = await this.groups.find(tx, hotelId, groupId);
    await this.groups.keepFirstAnswer(tx, groupId, presentGroup(group!, rows));
  }
}
