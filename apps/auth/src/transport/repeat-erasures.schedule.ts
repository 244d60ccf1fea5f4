import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ForgetErasures } from '../application/erasure/forget-erasures';
import { RepeatErasures } from '../application/erasure/repeat-erasures';

/** Holds the list of the erased against the database at every start, where a backup may have been brought back, and every hour; whom no backup can bring back any more is forgotten. */
@Injectable()
export class RepeatErasuresSchedule implements OnApplicationBootstrap {
  private readonly rounds: Rounds;

  constructor(
    private readonly erasures: RepeatErasures,
    private readonly forgetErasures: ForgetErasures,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'The list of the erased could not be read; the next round tries again.');
  }

  onApplicationBootstrap(): Promise<void> {
    return this.repeat();
  }

  @Cron('13 * * * *')
  repeat(): Promise<void> {
    return this.rounds.run(async () => {
      await this.forgetErasures.execute();
      await this.erasures.execute();
    });
  }
}
