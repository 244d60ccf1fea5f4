import type { CreateListingRequest } from '@bookable/contracts-catalog';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ListingStore } from '../persistence/listing.store';
import { announce } from './announce';
import { draftListing } from './draft-listing';
import { HostPlans } from './host-plans';
import { LearnHost } from './learn-host';
import { signedIn } from './signed-in';

/** Makes a listing. One statement writes it, puts it where searches look and answers its JSON. */
@Injectable()
export class CreateListing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly listings: ListingStore,
    private readonly learnHost: LearnHost,
    private readonly plans: HostPlans,
  ) {}

  async execute(request: CreateListingRequest, context: MessageContext): Promise<Buffer> {
    const actor = signedIn(context);
    const listing = draftListing(request, actor, this.clock.now());
    await this.plans.refuseClash(listing);
    let hostIsKnown = true;
    const page = await this.database.command(context, request, async (tx) => {
      const shelved = await this.listings.insert(tx, listing);
      await this.plans.takeSlot(tx, listing);
      await this.plans.takeTime(tx, listing);
      announce(tx, undefined, listing, shelved.cover);
      hostIsKnown = shelved.hostIsKnown;
      return Buffer.from(shelved.page);
    });
    if (!hostIsKnown) await this.learnHost.execute(actor.userId);
    return page;
  }
}
