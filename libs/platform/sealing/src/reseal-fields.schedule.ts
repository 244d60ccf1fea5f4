import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ResealFields } from './reseal-fields';

const EVERY_MS = 30_000;

/** Looks now and then for values that are to be sealed anew; replicas pass each other's rows by. */
@Injectable()
export class ResealFieldsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly reseal: ResealFields,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Not every value could be sealed with the present key; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.reseal.execute());
  }
}
