import { Injectable } from '@nestjs/common';
import type { ListingFacts } from '@bookable/contracts-catalog';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { ResourceStore } from '../persistence/resource.store';
import { resourceFactsOf } from './resource-facts';

/** Takes over what catalog tells of a listing; older news than what is known changes nothing. */
@Injectable()
export class ApplyListing {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly clock: Clock,
  ) {}

  execute(listing: ListingFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, (tx) => this.resources.applyFacts(tx, resourceFactsOf(listing), this.clock.now()));
  }
}
