import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { SweepStrayFiles } from '../application/sweep-stray-files';

/** Every minute deletes what belongs to no photo. Replicas may do so at once: each takes other files. */
@Injectable()
export class SweepStrayFilesSchedule {
  constructor(
    private readonly sweepStrayFiles: SweepStrayFiles,
    private readonly logger: Logger,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE, { waitForCompletion: true })
  async sweep(): Promise<void> {
    try {
      while (!(await this.sweepStrayFiles.execute()).isLast);
    } catch (error) {
      this.logger.error('Stray files could not all be deleted; they come up again.', { error });
    }
  }
}
