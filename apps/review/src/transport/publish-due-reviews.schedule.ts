import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { PublishReviews } from '../application/publish-reviews';

/** Every minute shows what has waited 14 days. Replicas may do so at once: each takes other bookings. */
@Injectable()
export class PublishDueReviewsSchedule {
  constructor(
    private readonly publishReviews: PublishReviews,
    private readonly logger: Logger,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE, { waitForCompletion: true })
  async publishDue(): Promise<void> {
    try {
      while ((await this.publishReviews.due()) > 0);
    } catch (error) {
      this.logger.error('Reviews that are due could not be shown; the next minute tries again.', { error });
    }
  }
}
