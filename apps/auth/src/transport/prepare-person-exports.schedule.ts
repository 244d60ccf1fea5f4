import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { PreparePersonExports } from '../application/person-export/prepare-person-exports';

const EVERY_MS = 2_000;

/** Looks for people who wait for what is kept of them. */
@Injectable()
export class PreparePersonExportsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly prepare: PreparePersonExports,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Exports of personal data could not be looked for; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.prepare.execute());
  }
}
