import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { KeepHouse } from '../application/housekeeping/keep-house';

const EVERY_MS = 3_000;

/** Looks for occupied rooms that were cleaned two days ago. What came due while nobody looked is found all the same. */
@Injectable()
export class KeepHouseSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly keepHouse: KeepHouse,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Rooms to be cleaned could not be looked for; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.keepHouse.askAfter48Hours());
  }
}
