import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { StaleRowStore } from '../persistence/stale-row.store';

/** Takes away expired sessions and links and long-past failures: personal data is kept no longer than it is of use. */
@Injectable()
export class SweepStaleRows {
  constructor(
    private readonly store: StaleRowStore,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async execute(): Promise<void> {
    const rows = await this.store.sweep(this.clock.now());
    if (rows > 0) this.logger.info('Stale rows were swept away.', { rows });
  }
}
