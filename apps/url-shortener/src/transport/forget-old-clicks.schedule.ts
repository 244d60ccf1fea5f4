import { Logger } from '@bookable/platform-logging';
import { jobFailed } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { ForgetOldClicks } from '../application/forget-old-clicks';

/** Tidies up at night; replicas that do it at once only find less to do. */
@Injectable()
export class ForgetOldClicksSchedule {
  constructor(
    private readonly forgetOldClicks: ForgetOldClicks,
    private readonly logger: Logger,
  ) {}

  @Cron(CronExpression.EVERY_DAY_AT_3AM)
  async run(): Promise<void> {
    try {
      await this.forgetOldClicks.execute();
    } catch (error) {
      jobFailed(error);
      this.logger.warn('Old clicks could not be forgotten; the next night tries again.', { error });
    }
  }
}
