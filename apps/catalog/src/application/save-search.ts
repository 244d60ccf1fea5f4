import { type SaveSearchRequest, type SavedSearchView, TooManySavedSearches } from '@bookable/contracts-catalog';
import { DomainError, Malformed, Unauthenticated, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { SearchParameters } from '../domain/read-criteria';
import { SAVED_SEARCHES_AT_MOST, faultsOfKeptSearch, keptSearch, lapsesAt } from '../domain/saved-search';
import { SavedSearchStore } from '../persistence/saved-search.store';
import { savedSearchView } from './saved-search-view';
import { signedIn } from './signed-in';

/** Keeps a search of the caller. */
@Injectable()
export class SaveSearch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly savedSearches: SavedSearchStore,
  ) {}

  execute(request: SaveSearchRequest, context: MessageContext): Promise<SavedSearchView> {
    const { userId } = signedIn(context);
    const now = this.clock.now();
    refuseFaults(request.search, now);
    return this.database.command(context, request, async (tx) => {
      const { count, isGone } = await this.savedSearches.holdUser(tx, userId);
      if (isGone) throw new DomainError(Unauthenticated);
      if (count >= SAVED_SEARCHES_AT_MOST) throw new DomainError(TooManySavedSearches);
      const search = keptSearch(request.search);
      const times = { lapsesAt: lapsesAt(search) ?? null, createdAt: now, updatedAt: now };
      const saved = { id: newId(now.getTime()), userId, name: request.name, search, notify: request.notify ?? true, ...times };
      await this.savedSearches.insert(tx, saved);
      return savedSearchView(saved, now);
    });
  }
}

/** Refuses what cannot be searched for, naming each fault. */
export function refuseFaults(search: SearchParameters, now: Date): void {
  const errors = faultsOfKeptSearch(search, now);
  if (errors.length > 0) throw new DomainError(Malformed, 'The search cannot be kept.', { errors });
}
