import { Injectable } from '@nestjs/common';
import type { BesideRequest } from '@bookable/contracts-booking';
import type { Transaction } from '@bookable/platform-database';
import type { Beside, BesideResource } from '../domain/beside';
import { ResourceStore } from '../persistence/resource.store';
import { FindResource } from './find-resource';

/** Finds the resources that are booked beside others, as they are now. */
@Injectable()
export class BesideResources {
  constructor(
    private readonly resources: ResourceStore,
    private readonly finder: FindResource,
  ) {}

  /** Those that are asked for, asking catalog where its news has not arrived yet. */
  async find(asked: readonly BesideRequest[] = []): Promise<BesideResource[]> {
    return Promise.all(asked.map(async ({ listingId, quantity = 1 }) => ({ resource: await this.finder.offered(listingId), quantity })));
  }

  /** Those of a booking, within its transaction. */
  async of(tx: Transaction, beside: readonly Beside[] | null): Promise<BesideResource[]> {
    const found = await this.resources.readWithin(tx, (beside ?? []).map(({ listingId }) => listingId));
    return (beside ?? []).map(({ listingId, quantity }) => ({ resource: found.get(listingId)!, quantity }));
  }
}
