import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { PlaceListings } from '../application/place-listings';

/** Every five seconds sees whether listings are to be placed on the map anew. */
@Injectable()
export class PlaceListingsSchedule {
  constructor(
    private readonly placeListings: PlaceListings,
    private readonly logger: Logger,
  ) {}

  @Cron(CronExpression.EVERY_5_SECONDS, { waitForCompletion: true })
  async place(): Promise<void> {
    try {
      await this.placeListings.execute();
    } catch (error) {
      this.logger.error('Listings could not all be placed; it goes on where it stopped.', { error });
    }
  }
}
