import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { PlaceListings } from '../application/place-listings';

/** Every five seconds sees whether listings are to be placed on the map anew. */
@Injectable()
export class PlaceListingsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly placeListings: PlaceListings,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Listings could not all be placed; it goes on where it stopped.');
  }

  @Cron(CronExpression.EVERY_5_SECONDS)
  place(): Promise<void> {
    return this.rounds.run(() => this.placeListings.execute());
  }
}
