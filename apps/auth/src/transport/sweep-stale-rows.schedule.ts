import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SweepStaleRows } from '../application/sweep-stale-rows';

/** Sweeps every hour; replicas that sweep together skip each other's rows. */
@Injectable()
export class SweepStaleRowsSchedule {
  constructor(private readonly sweepStaleRows: SweepStaleRows) {}

  @Cron('41 * * * *')
  sweep(): Promise<void> {
    return this.sweepStaleRows.execute();
  }
}
