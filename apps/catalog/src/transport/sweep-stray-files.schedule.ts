import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { SweepStrayFiles } from '../application/sweep-stray-files';

/** Every minute deletes what belongs to no photo. Replicas may do so at once: each takes other files. */
@Injectable()
export class SweepStrayFilesSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly sweepStrayFiles: SweepStrayFiles,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Stray files could not all be deleted; they come up again.');
  }

  @Cron(CronExpression.EVERY_MINUTE)
  sweep(): Promise<void> {
    return this.rounds.run(async () => {
      while (!(await this.sweepStrayFiles.execute()).isLast);
    });
  }
}
