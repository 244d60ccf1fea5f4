import type { ChangeSavedSearchRequest, SavedSearchView } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { keptSearch, lapsesAt } from '../domain/saved-search';
import { SavedSearchStore } from '../persistence/saved-search.store';
import { refuseFaults } from './save-search';
import { savedSearchView } from './saved-search-view';
import { signedIn } from './signed-in';

/** Changes a search of the caller's own; of others not even that they exist is told. */
@Injectable()
export class ChangeSavedSearch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly savedSearches: SavedSearchStore,
  ) {}

  execute({ id, name, search, notify }: ChangeSavedSearchRequest, context: MessageContext): Promise<SavedSearchView> {
    const { userId } = signedIn(context);
    const now = this.clock.now();
    if (search) refuseFaults(search, now);
    return this.database.transaction(async (tx) => {
      const present = await this.savedSearches.lockOwn(tx, id, userId);
      if (!present) throw new DomainError(NotFound);
      const kept = search ? keptSearch(search) : present.search;
      const changed = {
        ...present, name: name ?? present.name, notify: notify ?? present.notify, search: kept, lapsesAt: lapsesAt(kept) ?? null, updatedAt: now,
      };
      await this.savedSearches.update(tx, changed);
      return savedSearchView(changed, now);
    });
  }
}
