import { Injectable } from '@nestjs/common';
import { Logger } from '@bookable/platform-logging';
import { Interval } from '@nestjs/schedule';
import { SettleWaitlist } from '../application/settle-waitlist';

/** Often enough that nobody waits longer than needed for news; a look that finds nothing costs three empty indexes. */
const EVERY_MS = 500;

/** Offers what has become free to those who wait for it. */
@Injectable()
export class SettleWaitlistSchedule {
  private isRunning = false;

  constructor(
    private readonly settleWaitlist: SettleWaitlist,
    private readonly logger: Logger,
  ) {}

  @Interval(EVERY_MS)
  async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      await this.settleWaitlist.execute();
    } catch (error) {
      this.logger.warn('Those who wait could not be served; the next round tries again.', { error });
    } finally {
      this.isRunning = false;
    }
  }
}
