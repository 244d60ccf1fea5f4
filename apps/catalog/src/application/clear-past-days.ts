import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { HORIZON_DAYS, earliestToday, ringOf } from '../domain/day-ring';
import { SearchCopyStore } from '../persistence/search-copy.store';

const BATCH = 500;

/**
 * Clears the bits of days that are past, before the ring comes round and they would stand for days two years ahead.
 * There are weeks of slack, so a day on which it does not run does no harm.
 */
@Injectable()
export class ClearPastDays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly copies: SearchCopyStore,
  ) {}

  async execute(): Promise<void> {
    const today = earliestToday(this.clock.now());
    const kept = ringOf([{ from: today, to: today + HORIZON_DAYS }], today);
    while ((await this.copies.clearDaysOutside(this.database, kept, BATCH)) === BATCH);
  }
}
