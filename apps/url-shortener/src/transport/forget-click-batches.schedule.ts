import { Logger } from '@bookable/platform-logging';
import { jobFailed } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { ForgetClickBatches } from '../application/forget-click-batches';

/** Tidies up at night; replicas that do it at once only find less to do. */
@Injectable()
export class ForgetClickBatchesSchedule {
  constructor(
    private readonly forgetClickBatches: ForgetClickBatches,
    private readonly logger: Logger,
  ) {}

  @Cron(CronExpression.EVERY_DAY_AT_3AM)
  async run(): Promise<void> {
    try {
      await this.forgetClickBatches.execute();
    } catch (error) {
      jobFailed(error);
      this.logger.warn('Old click batches could not be forgotten; the next night tries again.', { error });
    }
  }
}
