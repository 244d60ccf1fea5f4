import { Logger } from '@bookable/platform-logging';
import { jobFailed } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { ForgetOldMail } from '../application/forget-old-mail';

/** Tidies up at night; replicas that do it at once only find less to do. */
@Injectable()
export class ForgetOldMailSchedule {
  constructor(
    private readonly forgetOldMail: ForgetOldMail,
    private readonly logger: Logger,
  ) {}

  @Cron(CronExpression.EVERY_DAY_AT_4AM)
  async run(): Promise<void> {
    try {
      await this.forgetOldMail.execute();
    } catch (error) {
      jobFailed(error);
      this.logger.warn('Old mail could not be forgotten; the next night tries again.', { error });
    }
  }
}
