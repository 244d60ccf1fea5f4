import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { ClearPastDays } from '../application/clear-past-days';

/** Once a night clears what is past from the copy of availability. Replicas may do so at once: each takes other listings. */
@Injectable()
export class ClearPastDaysSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly clearPastDays: ClearPastDays,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Past days could not be cleared; the next night tries again.');
  }

  @Cron(CronExpression.EVERY_DAY_AT_4AM)
  clear(): Promise<void> {
    return this.rounds.run(() => this.clearPastDays.execute());
  }
}
