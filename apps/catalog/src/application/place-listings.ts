import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { GeographyStore } from '../persistence/geography.store';

const AT_ONCE = 200;

/**
 * Looks at all listings anew after stations or districts have changed, some in each transaction. How far that has come is
 * kept, so it goes on where it stopped; of several replicas one is at it, and a new change begins it from the first again.
 */
@Injectable()
export class PlaceListings {
  constructor(
    private readonly database: Database,
    private readonly geography: GeographyStore,
  ) {}

  async execute(): Promise<void> {
    while (await this.database.transaction((tx) => this.geography.placeNext(tx, AT_ONCE)));
  }
}
