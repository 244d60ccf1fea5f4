import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { ClearPastDays } from '../application/clear-past-days';

/** Once a night clears what is past from the copy of availability. Replicas may do so at once: each takes other listings. */
@Injectable()
export class ClearPastDaysSchedule {
  constructor(
    private readonly clearPastDays: ClearPastDays,
    private readonly logger: Logger,
  ) {}

  @Cron(CronExpression.EVERY_DAY_AT_4AM, { waitForCompletion: true })
  async clear(): Promise<void> {
    try {
      await this.clearPastDays.execute();
    } catch (error) {
      this.logger.error('Past days could not be cleared; the next night tries again.', { error });
    }
  }
}
