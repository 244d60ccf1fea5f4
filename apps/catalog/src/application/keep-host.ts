import type { DeletedUserFacts, UserFacts } from '@bookable/contracts-auth';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { HostStore } from '../persistence/host.store';
import { ListingStore } from '../persistence/listing.store';
import { SavedSearchStore } from '../persistence/saved-search.store';
import { ArchiveListing } from './archive-listing';

/** Keeps the names of people who may host, and lets go of all that a deleted account has offered and looked for. */
@Injectable()
export class KeepHost {
  constructor(
    private readonly database: Database,
    private readonly hosts: HostStore,
    private readonly listings: ListingStore,
    private readonly archiveListing: ArchiveListing,
    private readonly savedSearches: SavedSearchStore,
  ) {}

  keep(facts: UserFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, (tx) => this.hosts.keep(tx, facts));
  }

  forget({ id, version }: DeletedUserFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, async (tx) => {
      await this.hosts.erase(tx, id, version);
      await this.savedSearches.deleteOf(tx, id);
      for (const listing of await this.listings.lockOfOwner(tx, id)) await this.archiveListing.archive(tx, listing);
    });
  }
}
