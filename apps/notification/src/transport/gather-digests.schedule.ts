import { newId } from '@bookable/kernel';
import { runInContext } from '@bookable/platform-context';
import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { GatherDigests } from '../application/gather-digests';

const LOOK_EVERY_MS = 2_000;

/** Looks every other second whose daily mail is due, on every replica. */
@Injectable()
export class GatherDigestsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly gatherDigests: GatherDigests,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Digests could not be gathered; the next round tries again.');
  }

  @Interval(LOOK_EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => runInContext({ requestId: newId() }, () => this.gatherAll()));
  }

  private async gatherAll(): Promise<void> {
    while ((await this.gatherDigests.execute()) > 0);
  }
}
