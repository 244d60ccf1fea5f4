import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CloseDays } from '../application/money/close-days';

const EVERY_MS = 1_000;

/** Looks every second, on every replica, for days of hotels that can be closed. */
@Injectable()
export class CloseDaysSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly closeDays: CloseDays,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Days could not be closed; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.closeDays.execute());
  }
}
