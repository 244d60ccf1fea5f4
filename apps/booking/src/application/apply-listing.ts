import { Injectable } from '@nestjs/common';
import type { ListingFacts } from '@bookable/contracts-catalog';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { ResourceStore } from '../persistence/resource.store';
import { resourceFactsOf } from './resource-facts';
import { ServeWaitlist } from './serve-waitlist';

/** Takes over what catalog tells of a listing; older news than what is known changes nothing. */
@Injectable()
export class ApplyListing {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
  ) {}

  execute(listing: ListingFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, async (tx) => {
      const now = this.clock.now();
      await this.resources.applyFacts(tx, resourceFactsOf(listing), now);
      if (listing.status === 'archived') await this.dismissWhoWaits(tx, listing.id, now);
    });
  }

  private async dismissWhoWaits(tx: Transaction, listingId: string, now: Date): Promise<void> {
    const resource = (await this.resources.readWithin(tx, [listingId])).get(listingId);
    if (resource?.isWaitedFor) await this.line.dismiss(tx, resource, now);
  }
}
