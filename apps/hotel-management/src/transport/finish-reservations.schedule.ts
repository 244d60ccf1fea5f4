import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { FinishReservations } from '../application/reservations/finish-reservations';

const EVERY_MS = 2_000;

/** Looks every other second for what was left unfinished with booking. */
@Injectable()
export class FinishReservationsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly finishReservations: FinishReservations,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Reservations could not be finished; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.finishReservations.execute());
  }
}
