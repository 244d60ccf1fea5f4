import { Injectable } from '@nestjs/common';
import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Interval } from '@nestjs/schedule';
import { AdvanceBookings } from '../application/advance-bookings';
import { TellDoubts } from '../application/doubts/tell-doubts';
import { ExpireChanges } from '../application/expire-changes';
import { ReleaseHolds } from '../application/release-holds';

const EVERY_MS = 1_000;

/** Looks every second for what time has moved on, or the move of an event. */
@Injectable()
export class AdvanceBookingsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly advanceBookings: AdvanceBookings,
    private readonly expireChanges: ExpireChanges,
    private readonly tellDoubts: TellDoubts,
    private readonly releaseHolds: ReleaseHolds,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Bookings could not be moved on; the next second tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(async () => {
      await this.advanceBookings.execute();
      await this.expireChanges.execute();
      await this.tellDoubts.execute();
      await this.releaseHolds.execute();
    });
  }
}
