import { Injectable } from '@nestjs/common';
import type { BesideRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import type { Transaction } from '@bookable/platform-database';
import type { Beside, BesideResource } from '../domain/beside';
import { ResourceStore } from '../persistence/resource.store';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';

/** Finds the resources that are booked beside others, as they are now. */
@Injectable()
export class BesideResources {
  constructor(
    private readonly resources: ResourceStore,
    private readonly finder: FindResource,
    private readonly audience: EventAudience,
  ) {}

  /** Those that somebody asks for and may see, asking catalog where its news has not arrived yet. */
  async find(asked: readonly BesideRequest[] | undefined, context: MessageContext): Promise<BesideResource[]> {
    return Promise.all((asked ?? []).map(async ({ listingId, quantity = 1 }) => {
      const resource = await this.finder.offered(listingId);
      await this.audience.admit(resource, context);
      return { resource, quantity };
    }));
  }

  /** Those of a booking, within its transaction. */
  async of(tx: Transaction, beside: readonly Beside[] | null): Promise<BesideResource[]> {
    const found = await this.resources.readWithin(tx, (beside ?? []).map(({ listingId }) => listingId));
    return (beside ?? []).map(({ listingId, quantity }) => ({ resource: found.get(listingId)!, quantity }));
  }
}
