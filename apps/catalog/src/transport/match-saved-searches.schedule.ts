import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { MatchSavedSearches } from '../application/match-saved-searches';
import { TellSavedSearches } from '../application/tell-saved-searches';

/** Every second holds what has changed against the searches people keep, and tells what may be told. Replicas may do so at once. */
@Injectable()
export class MatchSavedSearchesSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly matchSavedSearches: MatchSavedSearches,
    private readonly tellSavedSearches: TellSavedSearches,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Saved searches could not be looked after; the next second tries again.');
  }

  @Cron(CronExpression.EVERY_SECOND)
  match(): Promise<void> {
    return this.rounds.run(async () => {
      await this.matchSavedSearches.execute();
      await this.tellSavedSearches.execute();
    });
  }
}
