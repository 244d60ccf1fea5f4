import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CarryOutErasures } from '../application/erasure/carry-out-erasures';

const EVERY_MS = 2_000;

/** Looks for people who are still to be erased. */
@Injectable()
export class CarryOutErasuresSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly erasures: CarryOutErasures,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Erasures could not be looked for; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.erasures.execute());
  }
}
