import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { MatchSavedSearches } from '../application/match-saved-searches';
import { TellSavedSearches } from '../application/tell-saved-searches';

/** Every second holds what has changed against the searches people keep, and tells what may be told. Replicas may do so at once. */
@Injectable()
export class MatchSavedSearchesSchedule {
  constructor(
    private readonly matchSavedSearches: MatchSavedSearches,
    private readonly tellSavedSearches: TellSavedSearches,
    private readonly logger: Logger,
  ) {}

  @Cron(CronExpression.EVERY_SECOND, { waitForCompletion: true })
  async match(): Promise<void> {
    try {
      await this.matchSavedSearches.execute();
      await this.tellSavedSearches.execute();
    } catch (error) {
      this.logger.warn('Saved searches could not be looked after; the next second tries again.', { error });
    }
  }
}
