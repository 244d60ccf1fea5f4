import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { RefreshSuggestions } from '../application/refresh-suggestions';

/** Counts suggestions anew, soon after listings were written. */
@Injectable()
export class RefreshSuggestionsSchedule {
  constructor(
    private readonly refreshSuggestions: RefreshSuggestions,
    private readonly logger: Logger,
  ) {}

  @Cron(CronExpression.EVERY_SECOND, { waitForCompletion: true })
  async refresh(): Promise<void> {
    try {
      await this.refreshSuggestions.execute();
    } catch (error) {
      this.logger.warn('Suggestions could not be counted; the next second tries again.', { error });
    }
  }
}
