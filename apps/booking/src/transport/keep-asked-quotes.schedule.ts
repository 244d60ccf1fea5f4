import { Injectable } from '@nestjs/common';
import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Interval } from '@nestjs/schedule';
import { ForgetAskedQuotes } from '../application/price-preview/forget-asked-quotes';
import { KeepAskedQuotes } from '../application/price-preview/keep-asked-quotes';

/** Seldom enough that many travel together, often enough that few are lost with a process. */
const EVERY_MS = 2_000;

/** Keeps the quotes that were asked, and forgets those that are too old. */
@Injectable()
export class KeepAskedQuotesSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly keepAskedQuotes: KeepAskedQuotes,
    private readonly forgetAskedQuotes: ForgetAskedQuotes,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Quotes that were asked could not be kept or forgotten; what was in hand is missing from previews of prices.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(async () => {
      await this.keepAskedQuotes.execute();
      await this.forgetAskedQuotes.execute();
    });
  }
}
