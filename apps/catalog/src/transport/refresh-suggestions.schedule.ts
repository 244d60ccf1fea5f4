import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { RefreshSuggestions } from '../application/refresh-suggestions';

/** Counts suggestions anew, soon after listings were written. */
@Injectable()
export class RefreshSuggestionsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly refreshSuggestions: RefreshSuggestions,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Suggestions could not be counted; the next second tries again.');
  }

  @Cron(CronExpression.EVERY_SECOND)
  refresh(): Promise<void> {
    return this.rounds.run(() => this.refreshSuggestions.execute());
  }
}
