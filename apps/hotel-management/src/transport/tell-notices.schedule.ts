import { newId } from '@bookable/kernel';
import { runInContext } from '@bookable/platform-context';
import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { TellDueNotices } from '../application/notices/tell-due-notices';

const EVERY_MS = 1_000;

/** Looks every second for what the staff is to be told, on every replica. */
@Injectable()
export class TellNoticesSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly tellDueNotices: TellDueNotices,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Due notices could not be told; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => runInContext({ requestId: newId() }, () => this.tellAll()));
  }

  private async tellAll(): Promise<void> {
    while ((await this.tellDueNotices.execute()) > 0);
  }
}
