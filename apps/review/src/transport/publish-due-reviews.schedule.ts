import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { PublishReviews } from '../application/publish-reviews';

/** Every minute shows what has waited 14 days. Replicas may do so at once: each takes other bookings. */
@Injectable()
export class PublishDueReviewsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly publishReviews: PublishReviews,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Reviews that are due could not be shown; the next minute tries again.');
  }

  @Cron(CronExpression.EVERY_MINUTE)
  publishDue(): Promise<void> {
    return this.rounds.run(async () => {
      while ((await this.publishReviews.due()) > 0);
    });
  }
}
