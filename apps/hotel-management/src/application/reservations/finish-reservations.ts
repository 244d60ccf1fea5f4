import { DomainError, Unavailable } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ReservationStore } from '../../persistence/reservation.store';
import { SettleReservation } from './settle-reservation';

const AT_MOST = 100;
/** Whoever has begun something finishes it themselves within this time, or never. */
const LEFT_AFTER_MS = 10_000;

/** Finishes what was begun with booking and left: by a process that died, or while booking was away. */
@Injectable()
export class FinishReservations {
  constructor(
    private readonly database: Database,
    private readonly reservations: ReservationStore,
    private readonly settle: SettleReservation,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async execute(): Promise<void> {
    const left = await this.reservations.unsettled(this.database, new Date(this.clock.now().getTime() - LEFT_AFTER_MS), AT_MOST);
    for (const id of left) if (!(await this.finished(id))) return;
  }

  /** Whether it makes sense to go on with the next one: where booking does not answer it does not. */
  private async finished(id: string): Promise<boolean> {
    try {
      await this.settle.execute(id);
      return true;
    } catch (error) {
      const isAway = error instanceof DomainError && error.problem === Unavailable;
      const isRefused = error instanceof DomainError && !isAway;
      if (!isRefused) this.logger.warn('A reservation could not be finished; it is tried again.', { error, reservationId: id });
      return !isAway;
    }
  }
}
