import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SeatBooked } from '../application/bookings/seat-booked';
import { FinishReservations } from '../application/reservations/finish-reservations';

const EVERY_MS = 2_000;

/** Looks every other second for what was left unfinished with booking, and for rooms for those who have none. */
@Injectable()
export class FinishReservationsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly finishReservations: FinishReservations,
    private readonly seatBooked: SeatBooked,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Reservations could not be finished; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.finish());
  }

  private async finish(): Promise<void> {
    await this.finishReservations.execute();
    await this.seatBooked.execute();
  }
}
