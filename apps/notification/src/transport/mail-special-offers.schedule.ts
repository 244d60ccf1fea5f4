import { newId } from '@bookable/kernel';
import { runInContext } from '@bookable/platform-context';
import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { MailSpecialOffers } from '../application/offers/mail-special-offers';

const LOOK_EVERY_MS = 2_000;

/** Looks every other second whether an offer is to be mailed, on every replica. */
@Injectable()
export class MailSpecialOffersSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly mailSpecialOffers: MailSpecialOffers,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Offers could not be mailed; the next round tries again.');
  }

  @Interval(LOOK_EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => runInContext({ requestId: newId() }, () => this.mailAll()));
  }

  private async mailAll(): Promise<void> {
    while (await this.mailSpecialOffers.execute());
  }
}
