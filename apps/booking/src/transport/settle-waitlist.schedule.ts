import { Injectable } from '@nestjs/common';
import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Interval } from '@nestjs/schedule';
import { SettleWaitlist } from '../application/settle-waitlist';

/** Often enough that nobody waits longer than needed for news; a look that finds nothing costs three empty indexes. */
const EVERY_MS = 500;

/** Offers what has become free to those who wait for it. */
@Injectable()
export class SettleWaitlistSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly settleWaitlist: SettleWaitlist,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Those who wait could not be served; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.settleWaitlist.execute());
  }
}
