import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { FinishReservations } from '../application/reservations/finish-reservations';

const EVERY_MS = 2_000;

/** Looks every other second for what was left unfinished with booking. */
@Injectable()
export class FinishReservationsSchedule {
  private isRunning = false;

  constructor(
    private readonly finishReservations: FinishReservations,
    private readonly logger: Logger,
  ) {}

  @Interval(EVERY_MS)
  async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      await this.finishReservations.execute();
    } catch (error) {
      this.logger.warn('Reservations could not be finished; the next time tries again.', { error });
    } finally {
      this.isRunning = false;
    }
  }
}
